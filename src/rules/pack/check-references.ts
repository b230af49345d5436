import type { Refusal } from '#kernel/decision';
import { parsePlainDate } from '#kernel/plain-date';
import { findClause, findInstrument, findReading, type Pack } from '#rules/pack/pack';

type Path = readonly (string | number)[];

/** Checks that every named clause, reading and instrument exists, every id is given once, and every date is a day. */
export function checkReferences(pack: Pack): readonly Refusal[] {
  const { raw } = pack;
  return [
    ...repeatedIds(pack, 'clauses', raw.clauses, (id) =>
      isInherited(pack, (parent) => findClause(parent, id)),
    ),
    ...repeatedIds(pack, 'readings', raw.readings, (id) =>
      isInherited(pack, (parent) => findReading(parent, id)),
    ),
    ...repeatedIds(pack, 'instruments', raw.instruments, () => false),
    ...repeatedIds(pack, 'pools', raw.pools, () => false),
    ...raw.clauses.flatMap((clause, index) =>
      findInstrument(pack, clause.instrument) === undefined
        ? [unknownReference(pack.locate('clauses', [index, 'instrument']), clause.instrument)]
        : [],
    ),
    ...raw.readings.flatMap((reading, index) =>
      unknownClauses(pack, 'readings', [index, 'clauses'], reading.clauses),
    ),
    ...raw.pools.flatMap((pool, index) => unknownClauses(pack, 'pools', [index, 'cite'], pool.cite)),
    ...raw.pools.flatMap(({ from, to }, index) => badDates(pack, 'pools', [index], { from, to })),
    ...raw.instruments.flatMap(({ issued, effective, expires }, index) =>
      badDates(pack, 'instruments', [index], { issued, effective, expires }),
    ),
    ...adjustmentReferences(pack),
    ...pack.cases.flatMap((workedCase) =>
      workedCase.clauses
        .filter((id) => findClause(pack, id) === undefined && findReading(pack, id) === undefined)
        .map((id) => unknownReference(`packs/${raw.id}/cases ${workedCase.id}`, id)),
    ),
  ];
}

/** Names the clauses of a list that neither this pack nor those it extends know. */
export function unknownClauses(
  pack: Pack,
  section: string,
  path: Path,
  ids: readonly string[],
): readonly Refusal[] {
  return ids
    .filter((id) => findClause(pack, id) === undefined)
    .map((id) => unknownReference(pack.locate(section, path), id));
}

export function unknownReadings(
  pack: Pack,
  section: string,
  path: Path,
  ids: readonly string[],
): readonly Refusal[] {
  return ids
    .filter((id) => findReading(pack, id) === undefined)
    .map((id) => unknownReference(pack.locate(section, path), id));
}

/** Names the dates, by field, that are no days of the calendar. */
export function badDates(
  pack: Pack,
  section: string,
  path: Path,
  dates: Readonly<Record<string, string | undefined>>,
): readonly Refusal[] {
  return Object.entries(dates).flatMap(([field, date]) =>
    date === undefined || parsePlainDate(date) !== undefined
      ? []
      : [
          {
            code: 'bad_date',
            at: `${pack.locate(section, [...path, field])} ${field}`,
            what: { zh: `${date} 不是日历上的日期`, en: `${date} is no day of the calendar` },
            next: { zh: '请写成 2024-01-31 的形式', en: 'write it like 2024-01-31' },
          },
        ],
  );
}

function adjustmentReferences(pack: Pack): readonly Refusal[] {
  const { adjustment } = pack.raw;
  if (adjustment === undefined) return [];
  return [
    ...unknownClauses(pack, 'adjustment', ['cite'], adjustment.cite),
    ...unknownReadings(pack, 'adjustment', ['readings'], adjustment.readings ?? []),
    ...adjustment.steps.flatMap((step, index) => [
      ...unknownClauses(pack, 'adjustment', ['steps', index, 'cite'], step.cite),
      ...unknownReadings(pack, 'adjustment', ['steps', index, 'readings'], step.readings ?? []),
    ]),
  ];
}

/** Names the ids of a list that are given twice, or that are taken elsewhere. */
export function repeatedIds(
  pack: Pack,
  section: string,
  items: readonly { readonly id: string }[],
  isTaken: (id: string) => boolean,
  path: Path = [],
): readonly Refusal[] {
  return items.flatMap(({ id }, index) => {
    const first = items.findIndex((item) => item.id === id);
    if (first === index && !isTaken(id)) return [];
    return [
      {
        code: 'duplicate_id',
        at: `${pack.locate(section, [...path, index])} ${id}`,
        what: { zh: `编号 ${id} 重复`, en: `the id ${id} is given twice` },
        next: { zh: '请改用未用过的编号', en: 'give it an id of its own' },
      },
    ];
  });
}

function isInherited(pack: Pack, find: (parent: Pack) => unknown): boolean {
  return pack.parents.some((parent) => find(parent) !== undefined);
}

export function unknownReference(at: string, id: string): Refusal {
  return {
    code: 'unknown_reference',
    at: `${at} ${id}`,
    what: { zh: `找不到 ${id}`, en: `${id} is not known` },
    next: {
      zh: '请改正编号，或在本包或其上级包中补充',
      en: 'correct the id, or add it to this pack or one that it extends',
    },
  };
}
