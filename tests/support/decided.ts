import { refusalLine, type Decision } from '#kernel/decision';

/** The value of a decision that a test relies on. */
export function valueOf<T>(decision: Decision<T>): T {
  if (!decision.allowed) throw new Error(decision.refusals.map(refusalLine).join('\n'));
  return decision.value;
}

/** The codes of a refusal; none where it was allowed. */
export function codesOf(decision: Decision<unknown>): readonly string[] {
  return decision.allowed ? [] : decision.refusals.map(({ code }) => code);
}
