import type { Bilingual } from '#kernel/bilingual';

/**
 * An expected refusal: a stable code, the place in the input, the clause behind it where there is one, and what the
 * user should do next.
 */
export interface Refusal {
  readonly code: string;
  /** Place: a JSON path (`pools[3].collections`) or `file:line`; empty when the whole input is meant. */
  readonly at: string;
  readonly clause?: string;
  readonly what: Bilingual;
  readonly next: Bilingual;
}

/** The answer of every rule that may refuse. A list of refusals is never empty. */
export type Decision<T> =
  | { readonly allowed: true; readonly value: T }
  | { readonly allowed: false; readonly refusals: readonly Refusal[] };

export function allow<T>(value: T): Decision<T> {
  return { allowed: true, value };
}

export function refuse(first: Refusal, ...others: readonly Refusal[]): Decision<never> {
  return { allowed: false, refusals: [first, ...others] };
}

/** Allows unless refusals were collected; `value` is called only when there is none. */
export function allowUnless<T>(refusals: readonly Refusal[], value: () => T): Decision<T> {
  const [first, ...others] = refusals;
  return first === undefined ? allow(value()) : refuse(first, ...others);
}

/** Collects the refusals of a decision; returns its value, or undefined where it is refused. */
export function collect<T>(decision: Decision<T>, into: Refusal[]): T | undefined {
  if (decision.allowed) return decision.value;
  into.push(...decision.refusals);
  return undefined;
}

/** Writes a refusal as one line in one language, for the command line: code, place, clause, fault, next step. */
export function refusalLineIn(language: keyof Bilingual, refusal: Refusal): string {
  return oneLine(refusal, saidIn(language, refusal));
}

/** Writes a refusal as one line in both languages, for errors where nobody has chosen a language. */
export function refusalLine(refusal: Refusal): string {
  return oneLine(refusal, `${saidIn('zh', refusal)} | ${saidIn('en', refusal)}`);
}

function saidIn(language: keyof Bilingual, { what, next }: Refusal): string {
  return `${what[language]}${language === 'zh' ? '；' : '; '}${next[language]}`;
}

function oneLine({ code, at, clause }: Refusal, said: string): string {
  const place = at === '' ? '' : ` ${at}`;
  const cited = clause === undefined ? '' : ` [${clause}]`;
  return `${code}${place}${cited}: ${said}`.replace(CONTROL_CHARACTERS, ' ');
}

/** Characters removed from quoted user text: a line break or an escape sequence must not take effect. */
const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029]+/gu;
