import { describe, expect, it } from 'vitest';
import type { ColumnChunk } from '#rules/targets/rows';
import { firstDifference } from '#tests/support/formula-rows-compare';
import { runOracle } from '#tests/support/formula-rows-oracle';
import { planTrial, type FormulaTrial, type TrialPlan } from '#tests/support/formula-rows-story';
import { columnsTarget, scalarTarget, scenariosTarget } from '#tests/support/formula-rows-targets';
import { wholeYears, yearsOfFirstVector } from '#tests/support/formula-rows-whole';
import { keptRows } from '#tests/support/kept-rows';
import { ruleTrials } from '#tests/support/rule-cases';

/** Most of them lie at what the formula decides by. */
const ROWS = 120;

/** The first row that a compiled target does not reckon as the oracle does, or does not refuse alike. */
function differenceIn(planned: TrialPlan): (rows: ColumnChunk) => string | undefined {
  const targets = [scalarTarget, columnsTarget, scenariosTarget].map(
    (target) => [target.name, target(planned)] as const,
  );
  return (rows) => {
    const results = targets.map(([name, run]) => [name, run(rows)] as const);
    return firstDifference(planned, rows, new Map([['oracle', runOracle(planned, rows)], ...results]));
  };
}

describe('a rule of the row formula holds in every compiled program, with marked rows or without, of one day or two', () => {
  it.each(ruleTrials().map((trial): [string, FormulaTrial] => [trial.title, trial]))('%s', (_, trial) => {
    const planned = planTrial(trial);
    const rows = keptRows(planned, ROWS);
    const difference = differenceIn(planned);
    for (const some of [rows, wholeYears(rows)]) {
      expect(difference(some)).toBeUndefined();
      expect(difference(yearsOfFirstVector(some))).toBeUndefined();
    }
  });
});
