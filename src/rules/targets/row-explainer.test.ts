import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula } from '#rules/formula/node';
import { runFormula } from '#rules/targets/oracle';
import { createRowExplainer } from '#rules/targets/row-explainer';
import { plainDate } from '#kernel/plain-date';
import { formulaArbitrary, rowArbitrary } from '#tests/support/formula-graphs';
import { inpatientPlace } from '#tests/support/inpatient-place';

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

  it('names every fact that is missing, as the oracle does', () => {
    const formula: Formula = inpatientPlace('factor').formula;
    const row = {
      inputs: new Map(),
      values: inpatientPlace('factor').valuesOn(plainDate(2025, 3, 1)),
    };
    expect(createRowExplainer(formula)(row)).toEqual(runFormula(formula, row));
  });
});
