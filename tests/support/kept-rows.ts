import { inject } from 'vitest';
import { present } from '#kernel/assert';
import type { ColumnChunk } from '#rules/targets/rows';
import { generateRows } from '#tests/support/formula-rows';
import type { TrialPlan } from '#tests/support/formula-rows-story';

declare module 'vitest' {
  interface ProvidedContext {
    /** Rows that a run of mutants, which asks for the same ones for each, keeps; undefined elsewhere. */
    readonly keptRows: Map<string, ColumnChunk> | undefined;
  }
}

/** Generated rows of a trial, always the same ones. */
export function keptRows(planned: TrialPlan, rows: number): ColumnChunk {
  const kept = inject('keptRows');
  const key = `${planned.title} ${rows}`;
  const known = kept?.get(key);
  if (known !== undefined) return known;
  const [chunk] = generateRows(planned, { seed: 20_240_229, rows });
  const made = present(chunk, 'a chunk');
  kept?.set(key, made);
  return made;
}
