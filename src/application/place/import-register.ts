import { recordRegister, type PlaceServices } from '#application/place/record-register';
import type { CsvColumn, CsvReader, CsvRow, TextSource } from '#application/ports/csv-reader';
import type { RegisterRows } from '#application/ports/place-store';
import type { Scope } from '#domain/identity/account';
import type { RegisterEntry } from '#domain/place/register';
import { allow, allowUnless, collect, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';

const KINDS = ['place', 'pool', 'fund', 'member', 'pooling'] as const;
const TEXT = { kind: 'text' } as const;

type Column = 'kind' | 'place' | 'id' | 'name_zh' | 'name_en' | 'fund' | 'since' | 'until' | 'basis';

/** One file for a whole register; which cells a row fills depends on its kind. */
const COLUMNS: readonly CsvColumn<Column>[] = [
  { name: 'kind', content: { kind: 'choice', options: KINDS } },
  { name: 'place', content: TEXT, optional: true },
  { name: 'id', content: TEXT, optional: true },
  { name: 'name_zh', content: TEXT, optional: true },
  { name: 'name_en', content: TEXT, optional: true },
  { name: 'fund', content: TEXT, optional: true },
  { name: 'since', content: TEXT },
  { name: 'until', content: TEXT, optional: true },
  { name: 'basis', content: TEXT, optional: true },
];

/** The cells that each kind of row fills; every other one stays empty. */
const FILLED: Readonly<Record<(typeof KINDS)[number], readonly Column[]>> = {
  place: ['place', 'name_zh', 'name_en'],
  pool: ['id', 'place', 'name_zh', 'name_en'],
  fund: ['id', 'place', 'name_zh', 'name_en'],
  member: ['id', 'fund'],
  pooling: ['place', 'id', 'basis'],
};

/** Reads a register and records it whole; every fault names row and field, and with one nothing is written. */
export async function importRegister(
  services: PlaceServices & { readonly readCsv: CsvReader },
  scope: Scope,
  source: TextSource,
  now: string,
): Promise<Decision<RegisterRows>> {
  const rows = services.readCsv(source, COLUMNS);
  if (!rows.allowed) return rows;
  const refusals: Refusal[] = [];
  const entries = rows.value.flatMap((row) => collect(readEntry(row), refusals) ?? []);
  const read = allowUnless(refusals, () => entries);
  return read.allowed ? recordRegister(services, scope, read.value, now) : read;
}

function readEntry({ file, line, cells }: CsvRow<Column>): Decision<RegisterEntry> {
  const at = `${file}:${line}`;
  const kind = cells.kind as (typeof KINDS)[number];
  const filled = [...FILLED[kind], 'kind', 'since', ...(kind === 'place' ? ['until'] : [])];
  const missing = FILLED[kind].filter((name) => cells[name] === '');
  const unwanted = COLUMNS.filter(({ name }) => cells[name] !== '' && !filled.includes(name));
  const [since, until] = [parsePlainDate(cells.since), parsePlainDate(cells.until)];
  const refusals = [
    ...missing.map((name) => cellMissing(`${at} ${name}`, kind)),
    ...unwanted.map(({ name }) => cellNotWanted(`${at} ${name}`, kind)),
    ...(since === undefined ? [badDay(`${at} since`, cells.since)] : []),
    ...(cells.until !== '' && until === undefined ? [badDay(`${at} until`, cells.until)] : []),
  ];
  const [first, ...others] = refusals;
  if (first !== undefined || since === undefined) return refuse(first ?? badDay(at, ''), ...others);
  return allow({ at, ...entryOf(kind, cells, since, until ?? null) });
}

type Unplaced<Entry> = Entry extends RegisterEntry ? Omit<Entry, 'at'> : never;

function entryOf(
  kind: (typeof KINDS)[number],
  cells: CsvRow<Column>['cells'],
  since: PlainDate,
  until: PlainDate | null,
): Unplaced<RegisterEntry> {
  const { place, id, fund, basis } = cells;
  const name = { zh: cells.name_zh, en: cells.name_en };
  switch (kind) {
    case 'place':
      return { kind, path: place, name, since, until };
    case 'pool':
    case 'fund':
      return { kind, id, name, place, since };
    case 'member':
      return { kind, pool: id, fund, since };
    case 'pooling':
      return { kind, place, pool: id, since, basis };
  }
}

function cellMissing(at: string, kind: string): Refusal {
  return {
    code: 'cell_missing',
    at,
    what: { zh: `${kind} 行须填此列`, en: `a row of kind ${kind} fills this column` },
    next: { zh: '请补填', en: 'fill it in' },
  };
}

function cellNotWanted(at: string, kind: string): Refusal {
  return {
    code: 'cell_not_wanted',
    at,
    what: { zh: `${kind} 行不填此列`, en: `a row of kind ${kind} leaves this column empty` },
    next: { zh: '请清空，或核对 kind', en: 'empty it, or check the kind' },
  };
}

function badDay(at: string, text: string): Refusal {
  return {
    code: 'bad_day',
    at,
    what: { zh: `${text} 不是日期`, en: `${text} is no day of the calendar` },
    next: { zh: '请写成 2026-01-01', en: 'write it as 2026-01-01' },
  };
}
