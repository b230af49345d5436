import { expect } from 'vitest';
import type { Decision } from '#kernel/decision';

/** The decision is a refusal with these codes, in order. */
export function expectRefused(decision: Decision<unknown>, codes: readonly string[]): void {
  expect(decision.allowed ? 'allowed' : decision.refusals.map(({ code }) => code)).toEqual(codes);
}
