import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RepriceJob, RepriceResult } from '#application/ports/claims-batch';
import { repriceClaims } from '#batch/reprice-claims';
import type { Decision } from '#kernel/decision';
import { buildClaims, runRows, writeClaims, type TrialClaims } from '#tests/support/claims-parquet';
import { buildRepriceWorker } from '#tests/support/reprice-worker';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

const ROWS = 6000;

describe('a file of claims is priced again', { timeout: 120_000 }, () => {
  let folder: string;
  let worker: URL;
  let trial: TrialClaims;

  beforeAll(async () => {
    folder = await makeTempFolder();
    worker = await buildRepriceWorker(folder);
    trial = buildClaims(ROWS);
    await writeClaims(trial, join(folder, 'claims.parquet'));
  }, 120_000);
  afterAll(() => removeTempFolder(folder));

  const job = (changes: Partial<RepriceJob> = {}): RepriceJob => ({
    input: join(folder, 'claims.parquet'),
    sort: false,
    workers: 2,
    formula: trial.formula,
    outputs: trial.outputs,
    scenarios: [{ name: 'base', vectors: trial.vectors }],
    pricedOn: 'admittedOn',
    versionsFrom: trial.versionsFrom,
    by: [],
    ...changes,
  });
  const reprice = (
    changes: Partial<RepriceJob> = {},
    control: Parameters<typeof repriceClaims>[1] = { progress: () => undefined },
    program: URL = worker,
  ): Promise<Decision<RepriceResult>> => repriceClaims(job(changes), control, program);
  const priced = async (changes: Partial<RepriceJob> = {}): Promise<RepriceResult> => {
    const result = await reprice(changes);
    if (!result.allowed) throw new Error(JSON.stringify(result.refusals));
    return result.value;
  };

  it('row by row as the oracle prices it, to the fen, a refused row empty', async () => {
    const output = join(folder, 'priced.parquet');
    const { rows } = await priced({ output });
    expect(rows).toBe(ROWS);
    const written = await runRows(`SELECT * FROM '${output}' ORDER BY "row"`);
    expect(written.length).toBe(ROWS);
    const wrong = written.filter((row, at) =>
      trial.outputs.some((name, column) => {
        const figure = row[`${snake(name)}_fen`];
        const expected =
          trial.oracle.valid[at] === 1 ? BigInt(trial.oracle.outputs[column]?.[at] ?? -1) : null;
        return Number(row['row']) !== at + 1 || figure !== expected;
      }),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(trial.oracle.valid.filter((valid) => valid === 0).length).toBeGreaterThan(100);
  });

  it('in sums by group that are those of the rows, refused rows counted apart', async () => {
    const output = join(folder, 'grouped.parquet');
    const { groups } = await priced({ by: ['hospital_level', 'person_kind'], output });
    const expected = await runRows(
      `SELECT hospital_level, person_kind, count(*) AS claims, count(*) FILTER (fund_paid_fen IS NULL) AS refused,
       coalesce(sum(fund_paid_fen), 0)::BIGINT AS paid FROM '${job().input}' POSITIONAL JOIN '${output}' GROUP BY ALL`,
    );
    const text = (row: readonly unknown[]): string => row.map(String).join(' ');
    expect(
      groups
        .map(({ key, claims, refused, sums }) =>
          text([...key.map((each) => each ?? null), claims, refused, sums[0]]),
        )
        .toSorted(),
    ).toEqual(expected.map((row) => text(Object.values(row))).toSorted());
  });

  it('by tenths of persons by their cost of the year, alike for one worker and for three', async () => {
    const by = ['decile', 'person_kind'];
    const [one, three] = [await priced({ by, workers: 1 }), await priced({ by, workers: 3 })];
    expect(three).toEqual(one);
    const [decile] = new Set(one.groups.map(({ key }) => key[0]));
    expect(decile).toBe('1');
    expect(new Set(one.groups.map(({ key }) => key[0]))).toContain(undefined);
  });

  it('in one pass for several scenarios, each as if it were alone', async () => {
    const scenarios = [
      { name: 'base', vectors: trial.vectors },
      { name: 'other', vectors: trial.lastOnly },
    ];
    const both = await priced({ scenarios });
    const [alone] = (await priced({ scenarios: [{ name: 'other', vectors: trial.lastOnly }] })).groups;
    expect(both.groups[1]).toEqual(alone);
    expect(both.groups[0]?.sums).not.toEqual(alone?.sums);
  });

  it('with files of whole persons as with one file', async () => {
    const halves = join(folder, 'halves');
    await writeClaims(trial, join(halves, 'b.parquet'), 'person >= 900');
    await writeClaims(trial, join(halves, 'a.parquet'), 'person < 900');
    const [whole] = (await priced()).groups;
    expect((await priced({ input: halves })).groups[0]).toEqual(whole);
    const hashed = join(folder, 'hashed');
    await writeClaims(trial, join(hashed, '0.parquet'), 'person % 2 = 0');
    await writeClaims(trial, join(hashed, '1.parquet'), 'person % 2 = 1');
    expect((await priced({ input: join(hashed, '*.parquet') })).groups[0]).toEqual(whole);
  });

  it('and what lies out of order is refused with its row, or sorted where that is asked for', async () => {
    const input = join(folder, 'shuffled.parquet');
    await writeClaims(trial, input, 'true', 'number % 7, number');
    const refused = await reprice({ input });
    expect(refused).toMatchObject({ allowed: false, refusals: [{ code: 'not_clustered' }] });
    const [sorted] = (await priced({ input, sort: true })).groups;
    expect(sorted?.claims).toBe(ROWS);
    const twice = join(folder, 'twice');
    await writeClaims(trial, join(twice, '0.parquet'), 'number % 2 = 0');
    await writeClaims(trial, join(twice, '1.parquet'), 'number % 2 = 1');
    expect(await reprice({ input: twice })).toMatchObject({ refusals: [{ code: 'person_in_two_files' }] });
  });

  it('a column that is missing or of another type is named, and so is a row of nobody', async () => {
    const renamed = join(folder, 'renamed.parquet');
    await writeClaims(
      trial,
      renamed,
      'true',
      'number',
      'SELECT * EXCLUDE (born_on, aided), 1 AS aided FROM claims',
    );
    expect(await reprice({ input: renamed })).toMatchObject({
      refusals: [
        { code: 'missing_column', at: 'born_on' },
        { code: 'bad_column_type', at: 'aided' },
      ].toSorted((a, b) => trial.fieldOrder(a.at) - trial.fieldOrder(b.at)),
    });
    const nobody = join(folder, 'nobody.parquet');
    await writeClaims(
      trial,
      nobody,
      'true',
      'number',
      'SELECT * REPLACE (nullif(person, 17) AS person) FROM claims',
    );
    expect(await reprice({ input: nobody })).toMatchObject({ refusals: [{ code: 'missing_field' }] });
    const doubles = join(folder, 'doubles.parquet');
    await writeClaims(
      trial,
      doubles,
      'true',
      'number',
      'SELECT * EXCLUDE (cost_fen), cost_fen / 100 AS cost FROM claims',
    );
    expect(await reprice({ input: doubles })).toMatchObject({
      refusals: [{ code: 'bad_column_type', at: 'cost' }],
    });
    const yuan = join(folder, 'yuan.parquet');
    await writeClaims(
      trial,
      yuan,
      'true',
      'number',
      'SELECT * EXCLUDE (cost_fen), (cost_fen::DECIMAL(18,2) / 100)::DECIMAL(18,2) AS cost FROM claims',
    );
    expect((await priced({ input: yuan })).groups).toEqual((await priced()).groups);
  });

  it('a run that is stopped, or whose worker fails, is refused by name and leaves no file', async () => {
    const before = await readdir(folder);
    const output = join(folder, 'never.parquet');
    let stop: () => void = () => undefined;
    const stopRequested = new Promise<void>((resolve) => (stop = resolve));
    const stopped = await reprice({ output }, { progress: () => stop(), stopRequested });
    expect(stopped).toMatchObject({ allowed: false, refusals: [{ code: 'stopped' }] });
    const program = join(folder, 'failing.mjs');
    await writeFile(program, "throw new Error('no such luck');\n");
    const failed = await reprice({ output }, { progress: () => undefined }, pathToFileURL(program));
    expect(failed).toMatchObject({
      refusals: [{ code: 'worker_failed', what: { en: 'a worker ended: no such luck' } }],
    });
    expect((await readdir(folder)).toSorted()).toEqual([...before, 'failing.mjs'].toSorted());
  });

  it('nothing that is there already is written over', async () => {
    const output = join(folder, 'claims.parquet');
    expect(await reprice({ output })).toMatchObject({ refusals: [{ code: 'output_exists', at: output }] });
  });

  it('a file without rows gives a file without rows', async () => {
    const [input, output] = [join(folder, 'empty.parquet'), join(folder, 'empty-priced.parquet')];
    await writeClaims(trial, input, 'false');
    expect(await priced({ input, output })).toEqual({ rows: 0, groups: [], refused: [] });
    expect(await runRows(`FROM '${output}'`)).toEqual([]);
  });

  it('the first refused claims come with the person’s year, for the oracle to say why', async () => {
    const { refused } = await priced();
    expect(refused.length).toBe(20);
    const rows = refused.map(({ row }) => row);
    expect(rows.every((row) => trial.oracle.valid[row - 1] === 0)).toBe(true);
    expect(refused.map((claim) => trial.reasons(claim).length > 0)).toEqual(rows.map(() => true));
  });
});

function snake(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
