import type { Refusal } from '#kernel/decision';
import { badDates } from '#rules/pack/check-references';
import type { Pack } from '#rules/pack/pack';
import type { RawStatistic } from '#rules/pack/raw-pack';
import { parseQuantity, type Unit } from '#rules/value/quantity';

/**
 * Checks that every published figure is readable in its unit, dated by a day of the calendar, and the only one of its
 * year.
 */
export function checkStatistics(pack: Pack): readonly Refusal[] {
  return Object.entries(pack.raw.statistics).flatMap(([name, statistic]) =>
    statistic.values.flatMap(({ published }, index) => {
      const path = [name, 'values', index];
      return [
        ...badDates(pack, 'statistics', path, { published }),
        ...checkFigure(pack, name, statistic, index),
        ...checkYear(pack, name, statistic, index),
      ];
    }),
  );
}

function checkFigure(pack: Pack, name: string, statistic: RawStatistic, index: number): readonly Refusal[] {
  const text = statistic.values[index]?.value ?? '';
  const quantity = parseQuantity(statistic.unit as Unit, text);
  if (typeof quantity !== 'string') return [];
  return [
    {
      code: 'bad_value',
      at: `${pack.locate('statistics', [name, 'values', index, 'value'])} ${name}`,
      what: {
        zh: `“${text}”不是单位 ${statistic.unit} 的数（${quantity}）`,
        en: `"${text}" is no figure of unit ${statistic.unit} (${quantity})`,
      },
      next: {
        zh: '请按 docs/reference/pack-format.md 改正',
        en: 'correct it as docs/reference/pack-format.md says',
      },
    },
  ];
}

function checkYear(pack: Pack, name: string, statistic: RawStatistic, index: number): readonly Refusal[] {
  const year = statistic.values[index]?.year;
  if (statistic.values.findIndex((entry) => entry.year === year) === index) return [];
  return [
    {
      code: 'duplicate_id',
      at: `${pack.locate('statistics', [name, 'values', index, 'year'])} ${name}`,
      what: { zh: `${String(year)} 年重复`, en: `the year ${String(year)} is given twice` },
      next: { zh: '每年只保留一个数', en: 'keep one figure a year' },
    },
  ];
}
