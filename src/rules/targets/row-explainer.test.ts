import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '#kernel/fen';
import { constantOf } from '#rules/formula/figure';
import type { Formula } from '#rules/formula/node';
import { runFormula, type FormulaRow } from '#rules/targets/oracle';
import { createRowExplainer } from '#rules/targets/row-explainer';
import { plainDate } from '#kernel/plain-date';
import { formulaArbitrary, rowArbitrary } from '#tests/support/formula-graphs';
import { inpatientPlace } from '#tests/support/inpatient-place';
import { present } from '#kernel/assert';
import { count, flag, formulaOf, money, named, values, type Given } from '#tests/support/small-formula';

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
          expect(explain(shared)).toStrictEqual(runFormula(formula, shared));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the oracle’s refusal where a fact is missing', () => {
    fc.assert(
      fc.property(trials(2), ({ formula, rows }) => {
        const explain = createRowExplainer(formula);
        for (const row of rows) expect(explain(row)).toStrictEqual(runFormula(formula, row));
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
    expect(createRowExplainer(formula)(row)).toStrictEqual(runFormula(formula, row));
  });
});

const rowOf = (given: Given, totals?: FormulaRow['totals']): FormulaRow => ({
  inputs: new Map(Object.entries(given)),
  values,
  ...(totals === undefined ? {} : { totals }),
});

function expectAlike(formula: Formula, ...rows: readonly FormulaRow[]): void {
  const explain = createRowExplainer(formula);
  for (const row of rows) expect(explain(row)).toStrictEqual(runFormula(formula, row));
}

describe('a row is left to the oracle itself where no double holds', () => {
  const part = present(constantOf('rate', '99.9999%'), 'a rate');

  it('a figure that is told', () => {
    const share = formulaOf((f) => {
      const rate = f.input('part', 'rate', named('part'));
      const once = f.timesRate(f.input('cost', 'fen', named('cost')), rate);
      return f.round(f.timesRate(once, rate, named('twice')), 'half_up', named('x'));
    });
    const rows = [5n, 999_999_999n, 7n].map((cost) => rowOf({ cost: money(cost), part }));
    expectAlike(share, ...rows);
  });

  it('an output, at the scale of the way that was not taken', () => {
    const power = formulaOf((f) => {
      const days = f.input('days', 'count', named('days'), { atLeast: '0', atMost: '10' });
      const square = f.timesCount(days, days);
      const isSet = f.input('set', 'truth', named('set'));
      return f.if(isSet, f.constant('count', '9000'), f.timesCount(square, square), named('x'));
    });
    expectAlike(
      power,
      rowOf({ days: count(2n), set: flag(true) }),
      rowOf({ days: count(0n), set: flag(false) }),
    );
  });
});

it('a total of the year is added to where it was given and the row has an amount, needed or not', () => {
  const year = formulaOf((f) => {
    const cost = f.input('cost', 'fen', named('cost'));
    const isNeeded = f.input('needed', 'truth', named('needed'));
    return f.if(isNeeded, f.running('paid', cost), f.constant('fen', '0.00'), named('x'));
  });
  const totals = new Map([['paid', fen(7n)]]);
  const idle = { needed: flag(false) };
  expectAlike(
    year,
    rowOf({ needed: flag(true), cost: money(5n) }, totals),
    rowOf({ ...idle, cost: money(5n) }, totals),
    rowOf({ ...idle, cost: money(5n) }, new Map()),
    rowOf({ ...idle, cost: money(5n) }),
    rowOf(idle, totals),
  );
});
