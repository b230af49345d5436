import { expect } from 'vitest';
import type { Refusal } from '#kernel/decision';

/** Refusals as `code place`, each of which says in both languages what is wrong and what to do next. */
export function toldRefusals(refusals: readonly Refusal[]): readonly string[] {
  for (const { what, next } of refusals) {
    for (const text of [what.zh, what.en, next.zh, next.en]) expect(text).toMatch(/\S/);
  }
  return refusals.map(({ code, at }) => `${code} ${at}`);
}
