import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { YearShare } from '#application/ports/audit-bundles';
import { present } from '#kernel/assert';
import { readLedger } from '#storage/ledger/verify/verify-ledger';
import { makeYearBench, settle } from '#tests/support/adjustment-year-bench';
import {
  NO_SEALS,
  packTexts,
  proveTestBundle,
  unpackTexts,
  withManifest,
  writeTestBundle,
} from '#tests/support/bundle-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { failedChecks, FUND } from '#tests/support/ledger-bench';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

describeOnPostgres('what a year decided, in the bundle of some pools', (database) => {
  let folder = '';
  let ofWest: ReadonlyMap<string, string> = new Map();
  let shares: readonly YearShare[] = [];

  beforeAll(async () => {
    folder = await makeTempFolder();
    const connection = database().connect('application');
    const bench = await makeYearBench(connection);
    const id = await bench.openAndAttest();
    await bench.grant({ kind: 'adoption', pool: FUND, content: { value: 'shortage_rule' } });
    await settle(bench, id, 'all');
    for (const [name, pools] of [
      ['west', ['west']],
      ['fund', ['west', FUND]],
    ] as const) {
      await readLedger(database().connect('auditor'), (_rows, reading) =>
        writeTestBundle(reading, join(folder, `${name}.zip`), { pools, database: connection }),
      );
    }
    ofWest = await unpackTexts(join(folder, 'west.zip'));
    const lines = present(ofWest.get('shares.ndjson'), 'shares').trim().split('\n');
    shares = lines.map((line) => JSON.parse(line) as YearShare);
  });
  afterAll(async () => removeTempFolder(folder));

  const failed = async (file: string): Promise<readonly string[] | string> => {
    const report = await proveTestBundle(file, NO_SEALS);
    return typeof report === 'string' ? report : failedChecks(report);
  };

  test('is told of these pools alone, and every posting of it is proved from the ledger', async () => {
    expect(shares.map(({ pool, fund, year }) => [pool, fund, year])).toEqual([['west', FUND, 2025]]);
    const [{ lines, postings }] = shares as [YearShare];
    expect(lines.length).toBeGreaterThan(0);
    expect(postings.length).toBeGreaterThanOrEqual(lines.length);
    const report = await proveTestBundle(join(folder, 'west.zip'), NO_SEALS);
    const { checks } = report as Exclude<typeof report, string>;
    expect(checks.filter(({ wrong }) => wrong > 0n)).toEqual([]);
    expect(checks.find(({ name }) => name === 'shares')?.checked).toBe(BigInt(postings.length));
    for (const [path, text] of ofWest)
      if (!/^packs|templates/.test(path)) expect(text, path).not.toMatch(/\beast\b|\bnorth\b/);
  });

  test('the run that reckoned all pools is given with the fund alone, and is replayed there', async () => {
    expect(ofWest.get('runs.ndjson')).toBe('');
    const report = await proveTestBundle(join(folder, 'fund.zip'), NO_SEALS);
    const { checks } = report as Exclude<typeof report, string>;
    expect(checks.filter(({ wrong }) => wrong > 0n)).toEqual([]);
    expect(checks.find(({ name }) => name === 'runs')?.checked).toBe(1n);
  });

  test.each([
    [
      'another amount',
      ({ postings: [first, ...rest], ...share }: YearShare): YearShare => {
        return { ...share, postings: [{ ...present(first, 'a posting'), amount: '0.01' }, ...rest] };
      },
    ],
    ['another run', (share: YearShare): YearShare => ({ ...share, run: 'another' })],
    ['another pool', (share: YearShare): YearShare => ({ ...share, pool: 'east' })],
  ])('%s is seen', async (_, change) => {
    const changed = shares.map((share) => `${JSON.stringify(change(share))}\n`).join('');
    const forged = withManifest(new Map([...ofWest, ['shares.ndjson', changed]]));
    expect(await failed(await packTexts(folder, 'forged.zip', forged))).toEqual(['shares']);
  });
});
