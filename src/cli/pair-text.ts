/** Reads `name=text,name=text` of an option; what the names and texts may be, the contract checks. */
export function readPairs(list: string): Readonly<Record<string, string>> {
  const pairs = list.split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...text] = pair.split('=');
      return [name.trim(), text.join('=').trim()];
    }),
  );
}

/** Reads `pool:name=text,name=text`, the pairs of one pool. */
export function readPoolPairs(text: string): Readonly<Record<string, string>> {
  const [id = '', ...list] = text.split(':');
  return { ...readPairs(list.join(':')), id: id.trim() };
}
