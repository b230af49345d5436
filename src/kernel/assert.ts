/** Thrown for a programmer's error only: what a user can cause is a refusal (see `decision`). */
export class AssertionFailure extends Error {
  override readonly name = 'AssertionFailure';
}

/** Asserts a condition; a failure is a defect of the program, never of its input. */
export function assert(condition: boolean, statement: string): asserts condition {
  if (!condition) throw new AssertionFailure(statement);
}

/** Names the case that a `switch` forgot. */
export function assertNever(value: never): never {
  const text = JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'bigint' ? member.toString() : member,
  );
  throw new AssertionFailure(`unhandled case: ${text}`);
}

/**
 * Returns the value; asserts that it is there.
 * @param what names the value in the failure
 */
export function present<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new AssertionFailure(`expected ${what}`);
  return value;
}
