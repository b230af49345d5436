import { expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { createFormulaBuilder } from '#rules/formula/builder';
import { dateOfDays, daysOf, fullYearsBetween } from '#rules/formula/day-number';
import type { NodeName } from '#rules/formula/node';
import { compileColumns } from '#rules/targets/columns';
import { planTargets } from '#rules/targets/plan';

const name = (id: string): NodeName => ({ name: id, label: { zh: `名称${id}`, en: `label of ${id}` } });

/** Both questions about the age limit: 0.02 yuan for whoever is younger, else 0.04 yuan. */
const program = (() => {
  const builder = createFormulaBuilder('age', () => ({ unit: 'count', axes: [] }));
  const f = builder.citing({ cite: ['A-1'], readings: [] });
  const born = f.input('born', 'date', name('born'));
  const on = f.input('on', 'date', name('on'));
  const limit = f.value('limit', 'count', {}, name('limit'));
  const isYoung = f.compare(f.fullYears(born, on), 'below', limit);
  const isOld = f.compare(f.fullYears(born, on), 'at_least', limit);
  const fee = f.if(isYoung, f.constant('fen', '0.01'), f.constant('fen', '0.02'));
  const other = f.if(isOld, f.constant('fen', '0.02'), f.constant('fen', '0.01'));
  builder.output('fee', f.add([fee, other], name('fee')));
  const built = builder.build();
  if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
  return compileColumns(planTargets(built.value));
})();

/** The scale of a count as targets hold it. */
const COUNT_SCALE = 10_000;

it.each([0, 1, 4, 17.5, 18, 60, 100])(
  'whether %d years are full is told as the calendar counts them, on every day about the birthday',
  (limit) => {
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
      const expected = days.map((day) => (fullYearsBetween(born, dateOfDays(day)) < limit ? 2 : 4));
      expect([...(results.outputs[0] ?? [])]).toEqual(expected);
    }
  },
);
