import type { ItemDiff, SectionDiff } from '#console/api/version-queries.ts';
import type { Language } from '#console/i18n/language.ts';

type FieldDiff = ItemDiff['fields'][number];

/**
 * The fields of an item to show: of a bilingual text the reader's language; of what only one side has, its
 * figures, its words and what it rests upon.
 */
export function shownFields(
  section: SectionDiff['section'],
  { change, fields }: ItemDiff,
  language: Language,
): readonly FieldDiff[] {
  const other = language === 'zh' ? 'en' : 'zh';
  const hasOwn = (field: string): boolean =>
    fields.some((each) => each.field === field.replace(new RegExp(`${other}$`), language));
  return fields.filter(({ field }) => {
    // A version is named by its first day already.
    if (/^versions\/[^/]+\/from$/.test(field)) return false;
    if (change !== 'changed' && !(ONE_SIDE[section] ?? ANY).test(field)) return false;
    return !field.endsWith(`/${other}`) || !hasOwn(field);
  });
}

const ANY = /^(?!id$|label\/|name\/|title\/|mechanism$)/;

/** What is shown of an item that only one side has; its id and name stand beside it. */
const ONE_SIDE: Readonly<Partial<Record<SectionDiff['section'], RegExp>>> = {
  clauses: /^(paraphrase|open)\//,
  values: /^(kind|versions\/[^/]+\/(value|values|cells|low|high|to|cite)(\/|$))/,
  readings: /^(reading\/|clauses$)/,
};

/** Groups of messages that name the codes of a field, where it holds codes. */
type FieldCodes =
  'choices' | 'clauseKinds' | 'mechanisms' | 'reliability' | 'stepOptions' | 'unitNames' | 'valueKinds';

const VALUE_CODES: Readonly<Partial<Record<string, FieldCodes>>> = {
  kind: 'valueKinds',
  unit: 'unitNames',
  value: 'choices',
  reliability: 'reliability',
};

/** Which codes a field holds; undefined where its text is for readers as it stands. */
export function codesOf(section: SectionDiff['section'], field: string): FieldCodes | undefined {
  const last = field.split('/').at(-1) ?? '';
  if (section === 'values') return VALUE_CODES[last];
  if (section === 'clauses') return last === 'kind' ? 'clauseKinds' : undefined;
  if (isArgument(section, field)) return 'stepOptions';
  return section === 'pipeline' && last === 'order' ? 'mechanisms' : undefined;
}

/** Whether the field is an argument of a step of the pipeline. */
export function isArgument(section: SectionDiff['section'], field: string): boolean {
  return section === 'pipeline' && field.startsWith('with/');
}

/** The code of each word of a list put in words; what separates them stays. */
export function inWords(text: string, wordOf: (code: string) => string): string {
  return text
    .split(/(, | → )/)
    .map((part, index) => (index % 2 === 0 ? wordOf(part) : part))
    .join('');
}

/** What became of an item, in words: between two places nothing was added or removed. */
export function changeWord(
  change: ItemDiff['change'],
  isOnePlace: boolean,
): ItemDiff['change'] | 'onlyFrom' | 'onlyTo' | 'differs' {
  if (isOnePlace) return change;
  return ({ added: 'onlyTo', removed: 'onlyFrom', changed: 'differs' } as const)[change];
}

/** A text against another: what both begin and end with, and what differs between. */
export interface TextDiff {
  readonly head: string;
  readonly from: string;
  readonly to: string;
  readonly tail: string;
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

function wordsOf(text: string): readonly string[] {
  return Array.from(WORDS.segment(text), ({ segment }) => segment);
}

/** Splits two texts at what they share at both ends, by words of either language. */
export function splitShared(before: string, after: string): TextDiff {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  return {
    head: from.slice(0, head).join(''),
    from: from.slice(head, from.length - tail).join(''),
    to: to.slice(head, to.length - tail).join(''),
    tail: from.slice(from.length - tail).join(''),
  };
}
