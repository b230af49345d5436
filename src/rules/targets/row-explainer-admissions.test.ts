import { expect, it } from 'vitest';
import { runFormula } from '#rules/targets/oracle';
import { createRowExplainer } from '#rules/targets/row-explainer';
import { randomStory } from '#tests/support/formula-rows-oracle';
import { Random } from '#tests/support/formula-rows-random';
import { noTotals, oracleRow, planTrial } from '#tests/support/formula-rows-story';
import { inpatientTrial } from '#tests/support/inpatient-place';

it('admissions are told as the oracle tells them, thousands by a few templates', () => {
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
