/**
 * A stated name, written one way: invisible characters taken out first, for what stood on both sides of one may go
 * together; compatibility forms folded (NFKC), one space between words. Empty where the text holds no name.
 */
export function personName(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFKC')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Two names of one person count as one whatever their case and spaces: 张 三 is 张三. */
export function isSamePerson(one: string, other: string): boolean {
  return personKey(one) === personKey(other);
}

function personKey(name: string): string {
  return personName(name).replaceAll(' ', '').toLowerCase();
}
