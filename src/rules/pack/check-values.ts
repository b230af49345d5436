import { present } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import type { Bilingual } from '#kernel/bilingual';
import { adjoins, overlap, type Period } from '#kernel/period';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';
import { badDates, unknownClauses, unknownReadings, unknownReference } from '#rules/pack/check-references';
import { checkBounds } from '#rules/pack/check-bounds';
import { findAxis, findStatistic, type Pack } from '#rules/pack/pack';
import type { Cells, RawValue, RawVersion } from '#rules/pack/raw-pack';
import { parseQuantity, type Unit } from '#rules/value/quantity';

/** Checks that every value is cited, dated without overlap or gap, complete over its axes, and readable in its unit. */
export function checkValues(pack: Pack): readonly Refusal[] {
  return Object.entries(pack.raw.values).flatMap(([name, value]) => [
    ...checkPeriods(pack, name, value),
    ...checkAxes(pack, name, value),
    ...value.versions.flatMap((version, index) => checkVersion(pack, name, value, version, index)),
    ...checkBounds(pack, name, value),
  ]);
}

function checkVersion(
  pack: Pack,
  name: string,
  value: RawValue,
  version: RawVersion,
  index: number,
): readonly Refusal[] {
  const path = [name, 'versions', index];
  const { from, to, published } = version;
  const readings = version.reading === undefined ? [] : [version.reading];
  const misshapen = checkShape(pack.locate('values', path), name, value, version);
  return [
    ...unknownClauses(pack, 'values', [...path, 'cite'], version.cite),
    ...unknownReadings(pack, 'values', [...path, 'reading'], readings),
    ...badDates(pack, 'values', path, { from, to, published }),
    ...checkLinked(pack, name, value, version, index),
    ...(misshapen.length > 0 ? misshapen : checkFigures(pack, name, value, version, path)),
  ];
}

function checkFigures(
  pack: Pack,
  name: string,
  value: RawValue,
  version: RawVersion,
  path: readonly (string | number)[],
): readonly Refusal[] {
  if (unknownAxes(pack, value).length > 0) return [];
  return figuresOf(version).flatMap(({ member, cells }) =>
    checkCells(pack, value, [...path, member], name, cells),
  );
}

function checkAxes(pack: Pack, name: string, value: RawValue): readonly Refusal[] {
  const at = pack.locate('values', [name, 'axes']);
  return unknownAxes(pack, value).map((axis) =>
    badValue(at, name, { zh: `没有名为 ${axis} 的维度`, en: `there is no axis ${axis}` }),
  );
}

function unknownAxes(pack: Pack, value: RawValue): readonly string[] {
  return (value.axes ?? []).filter((axis) => findAxis(pack, axis) === undefined);
}

/** Lists the members of a version that carry figures: `value`, `cells`, or the two ends of a band. */
function figuresOf(version: RawVersion): readonly { readonly member: string; readonly cells: Cells }[] {
  const members = { value: version.value, cells: version.cells, low: version.low, high: version.high };
  return Object.entries(members).flatMap(([member, cells]) =>
    cells === undefined ? [] : [{ member, cells }],
  );
}

function checkShape(at: string, name: string, value: RawValue, version: RawVersion): readonly Refusal[] {
  const faults: Refusal[] = [];
  const given = figuresOf(version).map(({ member }) => member);
  if (version.linked !== undefined) given.push('linked');
  const axes = value.axes ?? [];
  const expected = value.kind === 'band' ? 'low,high' : axes.length > 0 ? 'cells' : 'value';
  const mayBeOpen = value.kind === 'delegated' && given.length === 0;
  const isLinked = given.join(',') === 'linked' && value.kind !== 'band' && axes.length === 0;
  if (given.join(',') !== expected && !mayBeOpen && !isLinked) {
    faults.push(
      badValue(at, name, {
        zh: `此值应给出 ${expected}，现有 ${given.join(',') || '空'}`,
        en: `this value takes ${expected}, given is ${given.join(',') || 'nothing'}`,
      }),
    );
  }
  if (value.kind === 'delegated' && version.reading === undefined) {
    faults.push(
      badValue(at, name, {
        zh: '授权另定的值须注明解读',
        en: 'a delegated value names the reading of its assumption',
      }),
    );
  }
  return faults;
}

/** Checks a linked figure, which is money: an exact rate of a statistic of money. */
function checkLinked(
  pack: Pack,
  name: string,
  value: RawValue,
  { linked }: RawVersion,
  index: number,
): readonly Refusal[] {
  if (linked === undefined) return [];
  const at = (member: string): string => pack.locate('values', [name, 'versions', index, 'linked', member]);
  const statistic = findStatistic(pack, linked.statistic);
  if (statistic === undefined) {
    return [unknownReference(at('statistic'), linked.statistic)];
  }
  const faults: Refusal[] = [];
  if (value.unit !== 'fen' || statistic.unit !== 'fen') {
    faults.push(badValue(at('statistic'), name, NOT_MONEY));
  }
  const times = parseQuantity('rate', linked.times);
  if (typeof times === 'string') {
    const what = {
      zh: `times “${linked.times}”不是比例（${times}）`,
      en: `times "${linked.times}" is no rate (${times})`,
    };
    faults.push(badValue(at('times'), name, what));
  }
  return faults;
}

const NOT_MONEY: Bilingual = {
  zh: '只有以元计的值才能与以元计的统计量挂钩',
  en: 'only a value in yuan is linked, and only to a statistic in yuan',
};

function checkCells(
  pack: Pack,
  value: RawValue,
  path: readonly (string | number)[],
  name: string,
  cells: Cells,
): readonly Refusal[] {
  const faults: Refusal[] = [];
  const visit = (here: Cells, axes: readonly string[], trail: readonly string[]): void => {
    const at = pack.locate('values', [...path, ...trail]);
    const [axis, ...rest] = axes;
    if (axis === undefined) {
      if (typeof here !== 'string') faults.push(badValue(at, name, DEEPER_THAN_AXES));
      else faults.push(...checkFigure(at, name, value, here));
      return;
    }
    const members = present(findAxis(pack, axis), `the axis ${axis}`);
    if (typeof here === 'string') {
      faults.push(
        badValue(at, name, { zh: `应按 ${axis} 分列`, en: `the figure is to be given by ${axis}` }),
      );
    } else {
      faults.push(...missingCells(at, name, axis, members, here));
      for (const [member, cell] of Object.entries(here)) visit(cell, rest, [...trail, member]);
    }
  };
  visit(cells, value.axes ?? [], []);
  return faults;
}

const DEEPER_THAN_AXES: Bilingual = { zh: '表的层数多于维度', en: 'the table is deeper than its axes' };

function missingCells(
  at: string,
  name: string,
  axis: string,
  members: readonly string[],
  cells: Readonly<Record<string, Cells>>,
): readonly Refusal[] {
  const missing = members.filter((member) => !Object.hasOwn(cells, member));
  const unknown = Object.keys(cells).filter((member) => !members.includes(member));
  return [
    ...missing.map((member) => ({
      code: 'missing_cell',
      at: `${at} ${name}`,
      what: { zh: `维度 ${axis} 缺少 ${member}`, en: `the cell ${member} of axis ${axis} is missing` },
      next: { zh: '请补充；缺失不等于零', en: 'add it: missing is never zero' },
    })),
    ...unknown.map((member) =>
      badValue(at, name, { zh: `维度 ${axis} 没有 ${member}`, en: `axis ${axis} has no member ${member}` }),
    ),
  ];
}

function checkFigure(at: string, name: string, value: RawValue, text: string): readonly Refusal[] {
  const quantity = parseQuantity(value.unit as Unit, text, value.options);
  if (typeof quantity !== 'string') return [];
  return [
    badValue(at, name, {
      zh: `“${text}”不是单位 ${value.unit} 的数（${quantity}）`,
      en: `"${text}" is no figure of unit ${value.unit} (${quantity})`,
    }),
  ];
}

function checkPeriods(pack: Pack, name: string, value: RawValue): readonly Refusal[] {
  const faults: Refusal[] = [];
  value.versions.forEach((version, index) => {
    const at = pack.locate('values', [name, 'versions', index]);
    if (!isDated(version)) return;
    if (version.to !== undefined && version.to < version.from) faults.push(endsBeforeStart(at, name));
    const next = value.versions[index + 1];
    if (next === undefined || !isDated(next)) return;
    const nextAt = pack.locate('values', [name, 'versions', index + 1]);
    if (overlap(periodOf(version), periodOf(next)) || next.from <= version.from) {
      faults.push(overlapping(nextAt, name));
    } else if (!adjoins(periodOf(version), periodOf(next))) {
      faults.push(
        badValue(nextAt, name, { zh: '与上一版之间有空档', en: 'leaves a gap after the version before' }),
      );
    }
  });
  return faults;
}

/** Whether both days are valid; invalid days are refused elsewhere, and nothing can be compared with them. */
function isDated({ from, to }: RawVersion): boolean {
  return [from, to].every((date) => date === undefined || parsePlainDate(date) !== undefined);
}

function periodOf(version: RawVersion): Period {
  const from = version.from as PlainDate;
  return version.to === undefined ? { from } : { from, to: version.to as PlainDate };
}

function overlapping(at: string, name: string): Refusal {
  return {
    code: 'overlapping_dates',
    at: `${at} ${name}`,
    what: { zh: '与上一版的适用日期重叠', en: 'overlaps the version before' },
    next: {
      zh: '请给上一版写上 to，使各版按日期先后衔接',
      en: 'end the version before with `to`, versions in order of date',
    },
  };
}

function endsBeforeStart(at: string, name: string): Refusal {
  return badValue(at, name, { zh: 'to 早于 from', en: '`to` lies before `from`' });
}

function badValue(at: string, name: string, what: Bilingual): Refusal {
  return {
    code: 'bad_value',
    at: `${at} ${name}`,
    what,
    next: {
      zh: '请按 docs/reference/pack-format.md 改正',
      en: 'correct it as docs/reference/pack-format.md says',
    },
  };
}
