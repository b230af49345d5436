import { describe, expect, it } from 'vitest';
import { sha256 } from '#files/sha256';
import { refusalLine } from '#kernel/decision';
import { loadPack } from '#rules/pack/load-pack';
import { findClause, findPool, findReading, findStatistic, findValue } from '#rules/pack/pack';
import {
  inventedPack,
  inventedPackFiles,
  inventedUnion,
  loadInventedPack,
  replaceOnce,
  tellFault,
  type FileOverrides,
  type InventedFault,
} from '#tests/support/invented-pack';

const INSTRUMENT = 'instrument.yaml';
const CLAUSES = 'clauses.yaml';
const FUND = 'values/fund.yaml';

function told(overrides: FileOverrides): readonly string[] {
  const pack = loadInventedPack(overrides);
  return pack.allowed ? [] : pack.refusals.map((refusal) => `${refusal.code} ${refusal.at}`);
}

describe('a valid pack', () => {
  const pack = inventedPack();

  it('loads with all that its files say', () => {
    expect(pack.raw.name.zh).toBe('云海省');
    expect(pack.raw.clauses).toHaveLength(8);
    expect(pack.raw.adjustment?.steps).toHaveLength(7);
    expect(pack.cases.map((workedCase) => workedCase.id)).toEqual(['east-is-topped-up']);
    expect(findPool(pack, 'west')?.code).toBe('990200');
    expect(findPool(pack, 'nowhere')).toBeUndefined();
  });

  it('sees the clauses, readings, values and statistics of the packs that it extends', () => {
    expect(findClause(pack, 'UN-1')?.instrument).toBe('un-1');
    expect(findReading(pack, 'R-2')?.clauses).toEqual(['UN-1']);
    expect(findValue(pack, 'levy_rate_limit')?.kind).toBe('upper_bound');
    expect(findStatistic(pack, 'average_wage')?.values).toHaveLength(2);
    expect(findStatistic(inventedUnion(), 'average_wage')).toBeUndefined();
  });

  it('knows only names that its files give, not those that every object has', () => {
    expect(findValue(pack, 'constructor')).toBeUndefined();
    expect(findStatistic(pack, 'toString')).toBeUndefined();
  });

  it('may name a value like a member that every object has', () => {
    const named = inventedPack({ [FUND]: replaceOnce('  care_share:', '  constructor:') });
    expect(findValue(named, 'constructor')?.label.en).toBe('Share of the place of care');
  });

  it('tells where each thing of its files stands', () => {
    const fund = inventedPackFiles().get(FUND)?.split('\n') ?? [];
    const line = fund.indexOf('      - from: 2025-01-01') + 1;
    expect(pack.locate('values', ['levy_rate', 'versions', 1])).toBe(`packs/yunhai/${FUND}:${line}`);
    expect(pack.locate('pools', [2, 'cite'])).toBe('packs/yunhai/places.yaml:4');
  });

  it('needs no more than its instrument and its clauses', () => {
    const files = inventedPackFiles();
    const kept = new Map([...files].filter(([path]) => [INSTRUMENT, CLAUSES].includes(path)));
    expect(loadPack({ id: 'yunhai', files: kept }, [], sha256).allowed).toBe(true);
  });
});

describe('a file that cannot be used', () => {
  it.each<[string, FileOverrides, string]>([
    ['is empty', { 'places.yaml': '' }, 'empty_file packs/yunhai/places.yaml'],
    ['holds only a comment', { 'readings.yaml': '# later\n' }, 'empty_file packs/yunhai/readings.yaml'],
    ['is none of a pack', { 'notes.yaml': 'a: b\n' }, 'unknown_file packs/yunhai/notes.yaml'],
    [
      'lies too deep',
      { 'values/more/a.yaml': 'values: {}\n' },
      'unknown_file packs/yunhai/values/more/a.yaml',
    ],
    ['is missing', { [CLAUSES]: null }, 'missing_file packs/yunhai/clauses.yaml'],
    ['is missing', { [INSTRUMENT]: null }, 'missing_file packs/yunhai/instrument.yaml'],
    ['is no map', { 'places.yaml': '- east\n' }, 'bad_value packs/yunhai/places.yaml:1'],
  ])('that %s is one refusal that names it (%#)', (_, overrides, expected) => {
    expect(told(overrides)).toEqual([expected]);
  });

  const malformed: readonly (InventedFault & { readonly title: string })[] = [
    {
      title: 'a bracket that is never closed',
      file: INSTRUMENT,
      change: replaceOnce('extends: [union]', 'extends: [union'),
      code: 'malformed_yaml',
      line: 'status: in_force',
    },
    {
      title: 'a member that is given twice',
      file: INSTRUMENT,
      change: replaceOnce('status: in_force\ninstruments:', 'status: in_force\nstatus: draft\ninstruments:'),
      code: 'malformed_yaml',
      line: 'status: draft',
    },
  ];
  it.each(malformed)('names the line of $title', (fault) => {
    const { told: lines, expected } = tellFault(fault);
    expect(lines).toEqual(expected);
  });

  it('stops at the first stage that fails: nothing is looked up in half a pack', () => {
    expect(told({ [CLAUSES]: 'clauses: [' })).toHaveLength(1);
  });
});

const FIELDS: readonly (InventedFault & { readonly title: string })[] = [
  {
    title: 'an unknown field',
    file: FUND,
    change: replaceOnce(
      '    unit: choice\n    kind: exact',
      '    unit: choice\n    colour: red\n    kind: exact',
    ),
    code: 'unknown_field',
    line: 'colour: red',
    field: 'colour',
  },
  {
    title: 'a missing field',
    file: FUND,
    change: replaceOnce('    label: { zh: 激励依据, en: Key of the incentive }\n', ''),
    code: 'missing_field',
    line: '    unit: choice',
    field: 'label',
  },
  {
    title: 'a missing language',
    file: 'places.yaml',
    change: replaceOnce('{ zh: 东市, en: East }', '{ zh: 东市 }'),
    code: 'missing_field',
    line: 'id: east',
    field: 'en',
  },
  {
    title: 'a value that cites no clause',
    file: FUND,
    change: replaceOnce('value: 30%, cite: [YH-4]', 'value: 30%'),
    code: 'uncited_value',
    line: 'value: 30%',
    field: 'values.care_share.versions.0',
  },
  {
    title: 'a value with an empty list of clauses',
    file: FUND,
    change: replaceOnce('value: 30%, cite: [YH-4]', 'value: 30%, cite: []'),
    code: 'uncited_value',
    line: 'value: 30%',
    field: 'values.care_share.versions.0',
  },
  {
    title: 'a step that cites no clause',
    file: 'adjustment.yaml',
    change: replaceOnce('      cite: [YH-6]\n', ''),
    code: 'uncited_value',
    line: 'mechanism: emergency',
    field: 'adjustment.steps.5',
  },
  {
    title: 'a unit that there is not',
    file: 'values/benefit.yaml',
    change: replaceOnce('unit: points', 'unit: percent'),
    code: 'bad_value',
    line: 'unit: percent',
    field: 'values.tier_step.unit',
  },
  {
    title: 'a date that is not written as one',
    file: 'places.yaml',
    change: replaceOnce(
      "code: '990100', name: { zh: 东市, en: East }, from: 2024-01-01",
      "code: '990100', name: { zh: 东市, en: East }, from: 2024/01/01",
    ),
    code: 'bad_value',
    line: 'id: east',
    field: 'pools.0.from',
  },
  {
    title: 'an id that differs from the folder',
    file: INSTRUMENT,
    change: replaceOnce('id: yunhai', 'id: yunnan'),
    code: 'pack_id_mismatch',
    line: 'id: yunnan',
    field: 'id',
  },
];

const REFERENCES: readonly (InventedFault & { readonly title: string })[] = [
  {
    title: 'an unknown clause of a value',
    file: FUND,
    change: replaceOnce('value: 30%, cite: [YH-4]', 'value: 30%, cite: [YH-99]'),
    code: 'unknown_reference',
    line: 'value: 30%',
    field: 'YH-99',
  },
  {
    title: 'an unknown clause of a pool',
    file: 'places.yaml',
    change: replaceOnce(
      'name: { zh: 北市, en: North }, from: 2024-01-01, cite: [YH-1]',
      'name: { zh: 北市, en: North }, from: 2024-01-01, cite: [YH-99]',
    ),
    code: 'unknown_reference',
    line: 'id: north',
    field: 'YH-99',
  },
  {
    title: 'an unknown clause of a step',
    file: 'adjustment.yaml',
    change: replaceOnce('cite: [YH-6]', 'cite: [YH-99]'),
    code: 'unknown_reference',
    line: 'YH-99',
    field: 'YH-99',
  },
  {
    title: 'an unknown clause of a reading',
    file: 'readings.yaml',
    change: replaceOnce('clauses: [YH-8]', 'clauses: [YH-99]'),
    code: 'unknown_reference',
    line: 'YH-99',
    field: 'YH-99',
  },
  {
    title: 'an unknown reading of a step',
    file: 'adjustment.yaml',
    change: replaceOnce('readings: [R-1, R-3]', 'readings: [R-1, YH-R9]'),
    code: 'unknown_reference',
    line: 'YH-R9',
    field: 'YH-R9',
  },
  {
    title: 'an unknown reading of an assumption',
    file: FUND,
    change: replaceOnce('reading: YH-R2', 'reading: YH-R9'),
    code: 'unknown_reference',
    line: 'YH-R9',
    field: 'YH-R9',
  },
  {
    title: 'an unknown instrument',
    file: CLAUSES,
    change: replaceOnce('id: YH-2, instrument: yh-2024-1', 'id: YH-2, instrument: yh-2023-1'),
    code: 'unknown_reference',
    line: 'yh-2023-1',
    field: 'yh-2023-1',
  },
  {
    title: 'a clause id given twice',
    file: CLAUSES,
    change: (old) =>
      `${old}  - { id: YH-2, instrument: yh-2024-1, article: { zh: 九, en: '9' }, kind: rule, paraphrase: { zh: 九, en: Nine } }\n`,
    code: 'duplicate_id',
    line: '九',
    field: 'YH-2',
  },
  {
    title: 'a clause id of the pack above',
    file: CLAUSES,
    change: (old) =>
      `${old}  - { id: UN-1, instrument: yh-2024-1, article: { zh: 九, en: '9' }, kind: rule, paraphrase: { zh: 九, en: Nine } }\n`,
    code: 'duplicate_id',
    line: 'UN-1',
    field: 'UN-1',
  },
  {
    title: 'a pool id given twice',
    file: 'places.yaml',
    change: (old) =>
      `${old}  - { id: east, code: '990400', name: { zh: 又东, en: East again }, from: 2024-01-01, cite: [YH-1] }\n`,
    code: 'duplicate_id',
    line: '990400',
    field: 'east',
  },
  {
    title: 'a day of issue that the calendar lacks',
    file: INSTRUMENT,
    change: replaceOnce('issued: 2023-12-01', 'issued: 2023-11-31'),
    code: 'bad_date',
    line: '2023-11-31',
    field: 'issued',
  },
];

describe('a faulty pack is not loaded', () => {
  it.each([...FIELDS, ...REFERENCES])('$title is one refusal with file, line and field', (fault) => {
    const { told: lines, expected } = tellFault(fault);
    expect(lines).toEqual(expected);
  });

  it('a value given in two files is told once, where it is repeated', () => {
    const fund = inventedPackFiles().get(FUND) ?? '';
    const again = fund.slice(0, fund.indexOf('  target_months:'));
    expect(told({ 'values/more.yaml': again })).toEqual(['duplicate_id packs/yunhai/values/more.yaml:3']);
  });

  it('a worked case that names an unknown clause is told with its id', () => {
    expect(told({ 'cases/first-year.yaml': replaceOnce('clauses: [YH-5]', 'clauses: [YH-99]') })).toEqual([
      'unknown_reference packs/yunhai/cases east-is-topped-up YH-99',
    ]);
  });

  it('every fault is told, not only the first', () => {
    const lines = told({
      [FUND]: (old) => old.replace('value: 30%', 'value: 30').replace('value: 40%', 'value: 5%'),
    });
    expect(lines.map((line) => line.split(' ').at(-1))).toEqual(['care_share', 'incentive_share']);
  });

  it('each refusal is one line in both languages', () => {
    const pack = loadInventedPack({ [FUND]: replaceOnce('value: 30%', 'value: 30') });
    if (pack.allowed) throw new Error('a faulty pack was loaded');
    const [line = ''] = pack.refusals.map(refusalLine);
    expect(line).toMatch(
      /^bad_value packs\/yunhai\/values\/fund\.yaml:\d+ care_share: “30”.+ \| "30" .+; .+$/,
    );
    expect(line).not.toContain('\n');
  });
});
