import { expect, it } from 'vitest';
import { plainDate, type PlainDate } from '#kernel/plain-date';
import { daysOf } from '#rules/formula/day-number';
import { planTargets } from '#rules/targets/plan';
import type { Column, ColumnChunk } from '#rules/targets/rows';
import { planTrial, type FormulaTrial } from '#tests/support/formula-rows-story';
import {
  expectAgreement,
  expectSame,
  LEAP_AGES,
  randomTrials,
  totalsFixture,
  type RunSql,
} from '#tests/support/sql-agreement';
import { deepFormula } from '#tests/support/deep-formula';
import { caseFormula, ruleTrials } from '#tests/support/rule-cases';
import { named } from '#tests/support/rule-inputs';

const NO_VALUES = new Float64Array(0);
/** Rows of each rule; a fifth of them for each random formula, and twice as many steps in a chain. */
const ROWS = Number(process.env['TONGCHOU_SQL_ROWS'] ?? '1500');
const RANDOM_FORMULAS = Math.ceil(ROWS / 60);
const DEPTH = 2 * ROWS;

/** What the SQL target owes on every engine: the oracle's figures, to the fen, for every row. */
export function testSqlRules(run: RunSql): void {
  it.each(ruleTrials().map((trial): [string, FormulaTrial] => [trial.title, trial]))(
    '%s',
    async (_, trial) => {
      await expectAgreement(run, trial, ROWS);
    },
  );

  it('random formulas come to what the oracle says of every row', async () => {
    const trials = randomTrials(RANDOM_FORMULAS);
    expect(trials).toHaveLength(RANDOM_FORMULAS);
    for (const trial of trials) await expectAgreement(run, trial, ROWS / 5);
  });

  testSqlRows(run);
  testGivenTotals(run);

  it(`a chain of ${DEPTH} steps is reckoned`, async () => {
    const trial: FormulaTrial = {
      title: 'deep',
      formula: deepFormula(DEPTH),
      vectors: [[plainDate(2024, 1, 1), { read: () => expect.unreachable('no value is read') }]],
    };
    await expectSame(run, planTrial(trial), deepRows());
  });
}

/** Rows whose figures are known without the oracle. */
function testSqlRows(run: RunSql): void {
  it('a person who was born on 29 February is a year older on 1 March of a common year', async () => {
    const formula = caseFormula((f) => ({
      years: f.fullYears(
        f.input('from', 'date', named('from')),
        f.input('to', 'date', named('to')),
        named('years'),
      ),
    }));
    const days = (at: 0 | 1): Int32Array =>
      Int32Array.from(LEAP_AGES, (each) => daysOf(each[at] as PlainDate));
    const columns = new Map([
      ['from', { data: days(0) }],
      ['to', { data: days(1) }],
    ]);
    const chunk = { length: LEAP_AGES.length, columns };
    const { outputs } = await run(planTargets(formula), { chunk, vectors: NO_VALUES });
    expect(outputs[0]).toEqual(LEAP_AGES.map(([, , years]) => years));
  });

  it('a row that cannot be reckoned leaves the later totals of its person and year unknown', async () => {
    const { plan, chunk } = totalsFixture();
    expect(await run(plan, { chunk, vectors: NO_VALUES })).toEqual({
      outputs: [
        [400n, 600n, 0n, 500n, null, null],
        [0n, 400n, 1100n, 0n, 500n, null],
      ],
      valid: [true, true, true, true, false, false],
    });
  });

  it('a position that none of the options has refuses its row', async () => {
    const formula = caseFormula((f) => ({
      size: f.match(
        f.input('size', 'choice', named('size'), ['big', 'small']),
        { big: f.constant('fen', '2.00'), small: f.constant('fen', '1.00') },
        undefined,
        named('worth'),
      ),
    }));
    const columns = new Map([['size', { data: Uint16Array.of(0, 1, 2, 3) }]]);
    const { outputs } = await run(planTargets(formula), {
      chunk: { length: 4, columns },
      vectors: NO_VALUES,
    });
    expect(outputs).toEqual([[200n, 100n, null, null]]);
  });
}

/** Totals that come with a row, not from the rows before it. */
function testGivenTotals(run: RunSql): void {
  it('a row alone takes the total that is given, and is refused without one', async () => {
    const { plan, chunk } = totalsFixture();
    const totals = new Map([['paid', [0n, 999n, 1000n, null, 5n, -1n]]]);
    expect(await run(plan, { chunk, vectors: NO_VALUES, totals })).toEqual({
      outputs: [
        [400n, 1n, 0n, null, null, null],
        [0n, 999n, 1000n, null, 5n, null],
      ],
      valid: [true, true, true, false, false, false],
    });
  });

  it('a total near the end of 64 bits that is given is added exactly', async () => {
    const formula = caseFormula((f) => {
      const great = f.input('great', 'fen', named('great'), { atLeast: '0.00', atMost: '90000000000000.00' });
      const before = f.running('paid', great);
      const thrice = f.add([before, before, before]);
      const once = f.subtract(thrice, f.add([before, before]));
      const most = f.constant('fen', '60.00');
      return { held: f.clamp(once, f.constant('fen', '0.00'), most, named('held')) };
    });
    const columns = new Map([['great', { data: Float64Array.of(0, 0) }]]);
    const totals = new Map([['paid', [9_000_000_000_000_000_000n, 1n]]]);
    const { outputs } = await run(planTargets(formula), {
      chunk: { length: 2, columns },
      vectors: NO_VALUES,
      totals,
    });
    expect(outputs).toEqual([[6_000n, 1n]]);
  });
}

/** Rows over the whole of the chain's facts, a few of them without one. */
function deepRows(): ColumnChunk {
  const column = (at: (row: number) => number): Column => ({
    data: Float64Array.from({ length: 60 }, (_, row) => at(row)),
    missing: Uint8Array.from({ length: 60 }, (_, row) => (row % 20 === at(row) % 20 ? 1 : 0)),
  });
  return {
    length: 60,
    columns: new Map([
      ['a', column((row) => row * 10)],
      ['bill', column((row) => (row * 997) % 6000)],
      ['yes', column((row) => row % 2)],
    ]),
  };
}
