import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

/** What is wrong and what to do next. Each `{}` in the first stands for something that was found. */
export type RefusalWords = readonly [what: Bilingual, next: Bilingual];

/**
 * Makes a refusal from the words that a table keeps for its code.
 * @param found texts for each `{}`, in order
 */
export function refusalOf(
  [what, next]: RefusalWords,
  code: string,
  at: string,
  { clause, found = [] }: { readonly clause?: string | undefined; readonly found?: readonly string[] } = {},
): Refusal {
  const fill = (text: string): string => {
    let index = 0;
    return text.replaceAll('{}', () => found[index++] ?? '');
  };
  const filled = { zh: fill(what.zh), en: fill(what.en) };
  return { code, at, ...(clause === undefined ? {} : { clause }), what: filled, next };
}
