import fc from 'fast-check';
import { expect } from 'vitest';
import { present } from '#kernel/assert';
import { plainDate } from '#kernel/plain-date';
import { encodeVector, joinVectors } from '#rules/targets/encode-vector';
import { planTargets, type TargetPlan } from '#rules/targets/plan';
import type { ColumnChunk } from '#rules/targets/rows';
import { emitSql } from '#rules/targets/sql';
import { formulaArbitrary, rowArbitrary } from '#tests/support/formula-graphs';
import { runOracle } from '#tests/support/formula-rows-oracle';
import { planTrial, type FormulaTrial, type TrialPlan } from '#tests/support/formula-rows-story';
import { keptRows } from '#tests/support/kept-rows';
import { caseFormula } from '#tests/support/rule-cases';
import { named } from '#tests/support/rule-inputs';
import { columnResultsOf, type SqlResults, type SqlRows } from '#tests/support/sql-tables';

export type RunSql = (plan: TargetPlan, rows: SqlRows) => Promise<SqlResults>;

/** Reckons generated rows of a formula on an engine and by the oracle: every row agrees to the fen. */
export async function expectAgreement(run: RunSql, trial: FormulaTrial, rows: number): Promise<void> {
  const planned = planTrial(trial);
  await expectSame(run, planned, keptRows(planned, rows));
}

export async function expectSame(run: RunSql, trial: TrialPlan, chunk: ColumnChunk): Promise<void> {
  const vectors = joinVectors(trial.vectors.map(([, vector]) => encodeVector(trial.plan, vector)));
  const expected = runOracle(trial, chunk);
  const found = columnResultsOf(await run(trial.plan, { chunk, vectors }));
  const told = ({ outputs, valid }: typeof found, row: number): string =>
    [valid[row] === 1 ? 'valid' : 'refused', ...outputs.map((column) => column[row])].join(' ');
  const differing = Array.from(expected.valid.keys()).find((row) => told(found, row) !== told(expected, row));
  if (differing === undefined) return;
  const facts = [...chunk.columns].map(
    ([field, { data, missing }]) =>
      `${field}=${missing?.[differing] === 1 ? 'missing' : (data[differing] ?? '')}`,
  );
  expect(told(found, differing), `${trial.title}, row ${differing}: ${facts.join(' ')}`).toBe(
    told(expected, differing),
  );
}

/** Random formulas that both engines can hold, each with values of its own. */
export function randomTrials(count: number): readonly FormulaTrial[] {
  const formulas = fc.sample(formulaArbitrary(80, 2), { seed: 7, numRuns: 3 * count });
  const held = formulas.filter((formula) => isHeld(() => emitSql(planTargets(formula), 'duckdb', PLACES)));
  return held.slice(0, count).map((formula, at) => {
    const [row] = fc.sample(rowArbitrary(formula), { seed: at, numRuns: 1 });
    const values = present(row, 'a row').values;
    return { title: `random ${at}`, formula, vectors: [[plainDate(2024, 1, 1), values]] };
  });
}

const PLACES = { rows: 'given_rows', vectors: 'given_vectors', totals: 'windowed' } as const;

function isHeld(emit: () => unknown): boolean {
  try {
    emit();
    return true;
  } catch {
    return false;
  }
}

const EVEN = { atLeast: '0.00', atMost: '60.00' };

/** Two people's years: a bill after another is paid until nothing is left of ten yuan. */
export function totalsFixture(): { readonly plan: TargetPlan; readonly chunk: ColumnChunk } {
  const formula = caseFormula((f) => {
    const bill = f.input('bill', 'fen', named('bill'), EVEN);
    const before = f.running('paid', bill, named('before'));
    const left = f.max(f.subtract(f.constant('fen', '10.00'), before), f.constant('fen', '0.00'));
    return { paid: f.min(bill, left, named('paid')), before };
  });
  const chunk: ColumnChunk = {
    length: 6,
    columns: new Map([
      [
        'bill',
        {
          data: Float64Array.of(400, 700, 300, 500, 0, 800),
          missing: Uint8Array.of(0, 0, 0, 0, 1, 0),
        },
      ],
    ]),
    starts: Uint8Array.of(1, 0, 0, 1, 0, 0),
  };
  return { plan: planTargets(formula), chunk };
}

/** Births and days on which an age is told, with the full years between them. */
export const LEAP_AGES: readonly (readonly [string, string, bigint])[] = [
  ['2020-02-29', '2021-02-28', 0n],
  ['2020-02-29', '2021-03-01', 1n],
  ['2020-02-29', '2024-02-28', 3n],
  ['2020-02-29', '2024-02-29', 4n],
  ['2023-02-28', '2024-02-28', 1n],
  ['2023-03-01', '2024-02-29', 0n],
  ['2024-02-29', '2023-03-01', -1n],
  ['2024-02-29', '2023-02-28', -2n],
  ['1900-02-28', '2000-02-28', 100n],
];
