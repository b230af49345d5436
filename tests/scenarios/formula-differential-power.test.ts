import { describe, expect, it } from 'vitest';
import { inventedContributionTrials } from '#tests/support/contribution-place';
import { generateRows } from '#tests/support/formula-rows';
import { firstDifference } from '#tests/support/formula-rows-compare';
import { mutantsOf } from '#tests/support/formula-rows-mutants';
import { planTrial, type FormulaTrial } from '#tests/support/formula-rows-story';
import { scalarTarget } from '#tests/support/formula-rows-targets';
import { inpatientTrial } from '#tests/support/inpatient-place';

/** Fewer rows than the comparison of targets takes: what these find, those find. Most is found in the first. */
const ROWS = 80_000;
const CHUNK_ROWS = 4_000;

/**
 * What reads otherwise and reckons the same. Where the cap is used up just at the end of a band, the cut begins
 * with nothing of that band or with all of the next one; where nothing is cut, the cut is nothing either way.
 */
const ALIKE = new Map([
  ['inpatient by factor', Array.from({ length: 4 }, () => 'factor:inpatient/compare the other comparison')],
]);

/** Formulas with one node written wrong that no generated row tells from the right one. */
function unnoticed(trial: FormulaTrial): readonly string[] {
  const planned = planTrial(trial);
  const reckon = scalarTarget(planned);
  const chunks = [...generateRows(planned, { seed: 7, rows: ROWS, chunkRows: CHUNK_ROWS })].map(
    (chunk) => [chunk, reckon(chunk)] as const,
  );
  const isNoticed = (formula: FormulaTrial['formula']): boolean => {
    try {
      const mutant = scalarTarget(planTrial({ ...trial, formula }));
      return chunks.some(([chunk, right]) => {
        const results = new Map([
          ['right', right],
          ['wrong', mutant(chunk)],
        ]);
        return firstDifference(planned, chunk, results) !== undefined;
      });
    } catch {
      // A formula that cannot be compiled, or ends the program, is told from the right one as well.
      return true;
    }
  };
  return mutantsOf(trial.formula).flatMap(({ title, formula }) =>
    isNoticed(formula) ? [] : [title.replace(/#\d+/, '')],
  );
}

describe('generated rows tell a formula from one that is written wrong in one node', () => {
  it.each(
    [inpatientTrial('factor'), ...inventedContributionTrials()].map((trial) => [trial.title, trial] as const),
  )('%s', (title, trial) => {
    expect(unnoticed(trial)).toEqual(ALIKE.get(title) ?? []);
  });
});
