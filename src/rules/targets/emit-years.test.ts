import { expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { createFormulaBuilder } from '#rules/formula/builder';
import { dateOfDays, daysOf, fullYearsBetween } from '#rules/formula/day-number';
import type { Comparison, NodeName } from '#rules/formula/node';
import { compileColumns } from '#rules/targets/columns';
import { emitScalar } from '#rules/targets/emit-scalar';
import { planTargets, type TargetPlan } from '#rules/targets/plan';

const name = (id: string): NodeName => ({ name: id, label: { zh: `名称${id}`, en: `label of ${id}` } });

type Question = readonly [comparison: Comparison, holds: (years: number, limit: number) => boolean];

/** A plan that asks each question about the age limit, the first for 0.01 yuan, each other for twice as much. */
function asking(questions: readonly Question[]): TargetPlan {
  const builder = createFormulaBuilder('age', () => ({ unit: 'count', axes: [] }));
  const f = builder.citing({ cite: ['A-1'], readings: [] });
  const born = f.input('born', 'date', name('born'));
  const on = f.input('on', 'date', name('on'));
  const limit = f.value('limit', 'count', {}, name('limit'));
  const fees = questions.map(([comparison], at) => {
    const holds = f.compare(f.fullYears(born, on), comparison, limit);
    return f.if(holds, f.constant('fen', `0.0${2 ** at}`), f.constant('fen', '0.00'));
  });
  const none = f.constant('fen', '0.00');
  builder.output('fee', f.add([none, none, ...fees], name('fee')));
  const built = builder.build();
  if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
  return planTargets(built.value);
}

/** What the days alone answer, but about the birthday. */
const BY_DAYS: readonly Question[] = [
  ['below', (years, limit) => years < limit],
  ['at_least', (years, limit) => years >= limit],
];
/** What a full year more or less decides. */
const BY_YEARS: readonly Question[] = [
  ['above', (years, limit) => years > limit],
  ['at_most', (years, limit) => years <= limit],
  ['equals', (years, limit) => years === limit],
];

/** The scale of a count as targets hold it. */
const COUNT_SCALE = 10_000;

it.each(
  [0, 1, 4, 17.5, 18, 60, 100].flatMap((limit) =>
    [BY_DAYS, BY_YEARS].map((asked) => [limit, asked] as const),
  ),
)(
  'whether %d years are full is told as the calendar counts them, on every day about the birthday',
  (limit, questions) => {
    const program = compileColumns(asking(questions));
    const births = [
      plainDate(1904, 2, 29),
      plainDate(1960, 2, 29),
      plainDate(1999, 3, 1),
      plainDate(2000, 12, 31),
    ];
    for (const born of births) {
      const around = daysOf(born) + Math.round(limit * 365.2425);
      const days = Array.from({ length: 800 }, (_, at) => around - 400 + at).filter(
        (day) => day >= daysOf(born) && day <= daysOf(plainDate(2199, 12, 31)),
      );
      const results = program.newResults(days.length);
      const columns = new Map([
        ['born', { data: new Int32Array(days.length).fill(daysOf(born)) }],
        ['on', { data: Int32Array.from(days) }],
      ]);
      const vector = Float64Array.of(limit * COUNT_SCALE);
      program.run({ length: days.length, columns }, vector, program.newCarried(), results);
      const expected = days.map((day) => {
        const years = fullYearsBetween(born, dateOfDays(day));
        return questions.reduce((fee, [, holds], at) => fee + (holds(years, limit) ? 2 ** at : 0), 0);
      });
      expect([...(results.outputs[0] ?? [])]).toEqual(expected);
    }
  },
);

it('years are counted only for who asks by a full year more or less', () => {
  const [byDays, byYears] = [BY_DAYS, BY_YEARS].map((questions) => emitScalar(asking(questions)));
  expect(byDays?.match(/isFewerYears\(/g)).toHaveLength(BY_DAYS.length);
  expect(byDays).not.toContain('fullYears(');
  expect(byYears).not.toContain('isFewerYears(');
  expect(byYears?.match(/fullYears\(/g)).toHaveLength(1);
});
