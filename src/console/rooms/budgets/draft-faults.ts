import { problemOf, ProblemError } from '#console/api/problem-error.ts';
import type { DraftForm } from '#console/api/budget-queries.ts';
import { zh } from '#console/i18n/zh.ts';
import type { Bilingual } from '#kernel/bilingual';

type FaultWord = keyof typeof zh.budgets.faults;

/** What a refused draft lacks: at fields of the form, by the place that the server names, and elsewhere. */
export interface DraftFaults {
  readonly at: ReadonlyMap<string, string>;
  /** What names no field of the form, as a problem of its own; null where there is nothing of that kind. */
  readonly rest: ProblemError | null;
}

export const NO_FAULTS: DraftFaults = { at: new Map(), rest: null };

/**
 * Sorts what was refused to the fields of the form.
 * @param word the short text of a code that the form knows
 * @param pick what the server says, in the reader's language
 */
export function faultsOf(
  error: unknown,
  form: DraftForm,
  word: (code: FaultWord) => string,
  pick: (text: Bilingual) => string,
): DraftFaults {
  const problem = problemOf(error);
  const fields = new Set([
    ...form.parts.map(({ part }) => `opening/${part}`),
    ...form.drivers.map(({ id }) => `drivers/${id}`),
    ...form.lines.flatMap(({ key }) => [`past/${key}`, `given/${key}`]),
  ]);
  const at = new Map<string, string>();
  for (const { code, at: place, what } of problem.refusals) {
    const isKnown = Object.hasOwn(zh.budgets.faults, code);
    if (fields.has(place) && !at.has(place)) at.set(place, isKnown ? word(code as FaultWord) : pick(what));
  }
  const refusals = problem.refusals.filter(({ at: place }) => !fields.has(place));
  const isElsewhere = refusals.length > 0 || at.size === 0;
  return { at, rest: isElsewhere ? new ProblemError({ ...problem, refusals }) : null };
}
