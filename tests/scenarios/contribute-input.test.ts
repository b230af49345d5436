import { describe, expect, it } from 'vitest';
import { checkShape } from '#contract/check-shape';
import { contributionOutputSchema } from '#contract/contribution-output';
import { runRecorded, type Heard } from '#tests/support/recorded-command';

type Line = Readonly<Record<string, unknown>>;

const GOOD: Line = {
  id: 'a',
  kind: 'employee',
  employerKind: 'ordinary',
  monthlyWage: '6500.55',
  month: '2024-03',
};
const without = (field: string): Line =>
  Object.fromEntries(Object.entries(GOOD).filter(([name]) => name !== field));

const text = (...lines: readonly (Line | string)[]): string =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

const contribute = (input: string, ...more: readonly string[]): Promise<Heard> =>
  runRecorded(['contribute', '--pack', 'shandong', '--year', '2024', '--input', 'people.ndjson', ...more], {
    readText: () => Promise.resolve(input),
  });

describe('a good file', () => {
  it('gives a line for a line, in their order, with exactly the fields of the contract', async () => {
    const heard = await contribute(text(GOOD, { ...GOOD, month: '2024-04' }, { ...GOOD, id: 'B' }) + '\n\n');
    expect(heard.status).toBe(0);
    const lines = heard.out.trimEnd().split('\n');
    expect(lines[0]).toBe(
      '{"id":"a","base":"6500.55","employer":"520.04","employee":"130.01","subsidy":"0.00","aidPaid":"0.00",' +
        '"toAccount":"130.01","toPool":"520.04","cite":["SD-3.2-a","SD-3.2-b"]}',
    );
    const read = lines.map((line) => JSON.parse(line) as { readonly id: string });
    expect(read.map(({ id }) => id)).toEqual(['a', 'a', 'B']);
    for (const line of read) expect(checkShape(contributionOutputSchema, line).allowed).toBe(true);
    expect(heard.err).toContain('base_floor（C-R1）');
  });

  it('is explained on demand', async () => {
    const { out } = await contribute(text(GOOD), '--explain');
    const line = JSON.parse(out) as { readonly explanation: readonly { readonly id: string }[] };
    expect(line.explanation.map(({ id }) => id)).toContain('toPool');
  });

  it('accepts a known field that the pack does not need', async () => {
    const { status } = await contribute(text({ ...GOOD, tier: 2, aid: 'none', personalAccount: true }));
    expect(status).toBe(0);
  });
});

describe('one bad line and nothing is written', () => {
  it.each<[string, Line | string, ...string[]]>([
    ['a third decimal', { ...GOOD, monthlyWage: '1.005' }, 'too_many_decimals people.ndjson:2 monthlyWage:'],
    ['a number for text', { ...GOOD, monthlyWage: 6500 }, 'wrong_type people.ndjson:2 monthlyWage:'],
    ['an exponent', { ...GOOD, monthlyWage: '1e3' }, 'exponent people.ndjson:2 monthlyWage:'],
    ['thousands marks', { ...GOOD, monthlyWage: '1,000.00' }, 'thousands_mark people.ndjson:2 monthlyWage:'],
    ['a negative wage', { ...GOOD, monthlyWage: '-1.00' }, 'negative_amount people.ndjson:2 monthlyWage:'],
    ['an empty wage', { ...GOOD, monthlyWage: '' }, 'bad_amount people.ndjson:2 monthlyWage:'],
    ['an unknown field', { ...GOOD, wage: '1.00' }, 'unknown_field people.ndjson:2 wage:'],
    ['no wage', without('monthlyWage'), 'missing_field people.ndjson:2 monthlyWage:'],
    ['no kind of employer', without('employerKind'), 'missing_field people.ndjson:2 employerKind:'],
    ['no month', without('month'), 'missing_field people.ndjson:2 month:'],
    ['no id', without('id'), 'missing_field people.ndjson:2 id:'],
    ['no kind', without('kind'), 'missing_field people.ndjson:2 kind:'],
    ['an unknown kind', { ...GOOD, kind: 'student' }, 'bad_value people.ndjson:2 kind:'],
    ['a kind without a rule', { ...GOOD, kind: 'resident' }, 'kind_not_covered people.ndjson:2 kind'],
    ['no such month', { ...GOOD, month: '2024-13' }, 'bad_month people.ndjson:2 month:'],
    ['a month of another year', { ...GOOD, month: '2023-12' }, 'other_year people.ndjson:2 month:'],
    [
      'a wage that is missing and a month that is none',
      { id: 'b', kind: 'flexible', personalAccount: false, monthlyWage: 'x', month: 'y' },
      'bad_month people.ndjson:2 month:',
      'bad_amount people.ndjson:2 monthlyWage:',
    ],
    [
      'a flexible worker who does not choose and declares too little',
      { id: 'b', kind: 'flexible', monthlyWage: '1.00', month: '2024-03' },
      'base_below_floor people.ndjson:2 monthlyWage [SD-3.2-c]:',
      'missing_field people.ndjson:2 personalAccount:',
    ],
    ['no JSON', '{"id":', 'malformed_json people.ndjson:2:'],
    ['a blank line', '', 'empty_file people.ndjson:2:'],
    ['a field given twice', '{"id":"b","id":"c"}', 'duplicate_field people.ndjson:2:'],
    ['a list', '[]', 'wrong_type people.ndjson:2:'],
    ['the same person and month', { ...GOOD, id: 'first' }, 'duplicate_id people.ndjson:2 id:'],
  ])('%s', async (_, line, ...problems) => {
    const heard = await contribute(text({ ...GOOD, id: 'first' }, line, { ...GOOD, id: 'last' }));
    expect(heard.out).toBe('');
    expect(heard.status).toBe(1);
    const told = heard.err.trimEnd().split('\n');
    expect(told).toHaveLength(problems.length);
    problems.forEach((problem, index) => expect(told[index]?.startsWith(problem)).toBe(true));
  });

  it.each([
    ['', 'empty_file people.ndjson:'],
    ['\n \n', 'empty_file people.ndjson:'],
  ])('an empty file', async (input, problem) => {
    const heard = await contribute(input);
    expect([heard.status, heard.out, heard.err.startsWith(problem)]).toEqual([1, '', true]);
  });

  it('tells the faults of every line', async () => {
    const lines = [{ ...GOOD, monthlyWage: 'x' }, GOOD, { ...GOOD, month: 7 }, '{', { ...GOOD, month: 'y' }];
    const heard = await contribute(text(...lines));
    const places = heard.err
      .trimEnd()
      .split('\n')
      .map((problem) => problem.slice(0, problem.indexOf(':', problem.indexOf(':') + 1)));
    expect(places).toEqual([
      'bad_amount people.ndjson:1 monthlyWage',
      'duplicate_id people.ndjson:2 id',
      'wrong_type people.ndjson:3 month',
      'malformed_json people.ndjson:4',
      'bad_month people.ndjson:5 month',
    ]);
  });
});

describe('the year', () => {
  const inYear = (pack: string, year: string, line: Line): Promise<Heard> =>
    runRecorded(['contribute', '--pack', pack, '--year', year, '--input', '-'], {
      readText: () => Promise.resolve(JSON.stringify(line)),
    });

  it.each([
    ['shandong', '2023', GOOD, 'not_in_force --year:'],
    ['anhui', '2025', { ...GOOD, month: '2025-03' }, 'not_in_force -:1 kind [AH-1.2-a]:'],
    ['anhui', '2024', { id: 'a', kind: 'resident' }, 'not_in_force --year:'],
    ['anhui', '2025', { id: 'a', kind: 'resident', year: 2026 }, 'other_year -:1 year:'],
    ['national', '2024', GOOD, 'no_contribution packs/national:'],
  ])('R-7: %s %s is refused where no rule is in force', async (pack, year, line, problem) => {
    const heard = await inYear(pack, year, line);
    expect([heard.status, heard.out, heard.err.slice(0, problem.length)]).toEqual([1, '', problem]);
  });

  it('of a resident is the year of cover, whatever month it was paid in', async () => {
    const { out } = await inYear('anhui', '2026', { id: 'a', kind: 'resident', month: '2025-12' });
    expect(JSON.parse(out)).toMatchObject({ employee: '400.00', subsidy: '724.00', base: '0.00' });
  });

  it('that is none is wrong usage', async () => {
    expect((await inYear('anhui', '26', GOOD)).status).toBe(2);
  });

  it('a production run refuses what is only assumed', async () => {
    const heard = await runRecorded(
      ['contribute', '--pack', 'anhui', '--year', '2026', '--input', '-', '--production'],
      { readText: () => Promise.resolve(JSON.stringify({ ...GOOD, month: '2026-03' })) },
    );
    expect(heard.err).toContain('assumption_in_production -:1 employer_rate [AH-1.2-a]');
    expect(heard.out).toBe('');
  });
});
