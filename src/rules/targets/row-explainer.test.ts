import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula } from '#rules/formula/node';
import { runFormula } from '#rules/targets/oracle';
import { createRowExplainer } from '#rules/targets/row-explainer';
import { plainDate } from '#kernel/plain-date';
import { formulaArbitrary, rowArbitrary } from '#tests/support/formula-graphs';
import { Random } from '#tests/support/formula-rows-random';
import { randomStory } from '#tests/support/formula-rows-oracle';
import { noTotals, oracleRow, planTrial } from '#tests/support/formula-rows-story';
import { inpatientPlace, inpatientTrial } from '#tests/support/inpatient-place';

/** Several rows of one formula: those that come later find the templates of the earlier ones. */
const trials = (missing: number) =>
  formulaArbitrary().chain((formula) =>
    fc.record({
      formula: fc.constant(formula),
      rows: fc.array(rowArbitrary(formula, missing), { minLength: 1, maxLength: 6 }),
    }),
  );

describe('the quick explanation', () => {
  it('is the oracle’s own, to the letter, for any formula and row', () => {
    fc.assert(
      fc.property(trials(0), ({ formula, rows }) => {
        const explain = createRowExplainer(formula);
        // One vector for all, so that rows do share templates.
        const values = rows[0]?.values;
        for (const row of rows) {
          const shared = { ...row, ...(values === undefined ? {} : { values }) };
          expect(explain(shared)).toEqual(runFormula(formula, shared));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the oracle’s refusal where a fact is missing', () => {
    fc.assert(
      fc.property(trials(2), ({ formula, rows }) => {
        const explain = createRowExplainer(formula);
        for (const row of rows) expect(explain(row)).toEqual(runFormula(formula, row));
      }),
      { numRuns: 150 },
    );
  });

  it('tells admissions as the oracle tells them, thousands by a few templates', () => {
    const trial = planTrial(inpatientTrial('factor'));
    const explain = createRowExplainer(trial.formula);
    const random = new Random(7);
    let explained = 0;
    for (let turn = 0; turn < 150; turn += 1) {
      for (const numbers of randomStory(trial, random).rows) {
        const row = oracleRow(trial, numbers, turn % 2, noTotals(trial));
        const result = explain(row);
        expect(result).toEqual(runFormula(trial.formula, row));
        if (result.allowed) explained += 1;
      }
    }
    expect(explained).toBeGreaterThan(100);
  });

  it('names every fact that is missing, as the oracle does', () => {
    const formula: Formula = inpatientPlace('factor').formula;
    const row = {
      inputs: new Map(),
      values: inpatientPlace('factor').valuesOn(plainDate(2025, 3, 1)),
    };
    expect(createRowExplainer(formula)(row)).toEqual(runFormula(formula, row));
  });
});
