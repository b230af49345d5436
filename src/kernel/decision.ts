import type { Bilingual } from '#kernel/bilingual';

/**
 * An expected "no": a stable code, the place in the input, the clause it follows from where there is one, and
 * what the user should do next.
 */
export interface Refusal {
  readonly code: string;
  /** Where: a JSON path (`pools[3].collections`) or `file:line`. Empty when the whole input is meant. */
  readonly at: string;
  readonly clause?: string;
  readonly what: Bilingual;
  readonly next: Bilingual;
}

/** The answer of every rule that may say no. A list of refusals is never empty. */
export type Decision<T> =
  | { readonly allowed: true; readonly value: T }
  | { readonly allowed: false; readonly refusals: readonly Refusal[] };

export function allow<T>(value: T): Decision<T> {
  return { allowed: true, value };
}

export function refuse(first: Refusal, ...others: readonly Refusal[]): Decision<never> {
  return { allowed: false, refusals: [first, ...others] };
}

/** Allowed unless something was collected against it. `value` is only asked for when nothing was. */
export function allowUnless<T>(refusals: readonly Refusal[], value: () => T): Decision<T> {
  const [first, ...others] = refusals;
  return first === undefined ? allow(value()) : refuse(first, ...others);
}

/** Collects the refusals of a decision and gives its value if there is one. */
export function collect<T>(decision: Decision<T>, into: Refusal[]): T | undefined {
  if (decision.allowed) return decision.value;
  into.push(...decision.refusals);
  return undefined;
}

/** One line in both languages, as the command line prints it: code, place, what is wrong, what to do. */
export function refusalLine(refusal: Refusal): string {
  const place = refusal.at === '' ? '' : ` ${refusal.at}`;
  const clause = refusal.clause === undefined ? '' : ` [${refusal.clause}]`;
  const { what, next } = refusal;
  const line = `${refusal.code}${place}${clause}: ${what.zh}；${next.zh} | ${what.en}; ${next.en}`;
  return line.replace(CONTROL_CHARACTERS, ' ');
}

/** Texts of the user's are quoted in messages; a line break or an escape sequence in one must not act. */
const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029]+/gu;
