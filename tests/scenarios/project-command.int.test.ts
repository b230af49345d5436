import { beforeAll, expect, test } from 'vitest';
import { freezeYear } from '#application/adjustment-year/freeze-year';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { makeRun } from '#application/runs/make-run';
import type { CliServices, OpenedStore } from '#cli/services';
import { sha256 } from '#files/sha256';
import { allow } from '#kernel/decision';
import { createRunStore } from '#storage/run-store';
import { allowed, makeYearBench, YEAR_NOW, type YearBench } from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { band, driver, drivers } from '#tests/support/fund-projection';
import { inventedRequest } from '#tests/support/invented-request';
import { POOLS } from '#tests/support/ledger-bench';
import { runRecorded, type Heard } from '#tests/support/recorded-command';

const OUTLOOK = {
  years: 3,
  scheme: {
    bands: [band('all', { entering: '100%' })],
    drivers: drivers({ cost: driver('6%') }),
    pools: POOLS.map((id) => ({ id, persons: { all: 1000 } })),
  },
};

describeOnPostgres('tongchou project on what is stored', (database) => {
  let bench: YearBench;
  let year = '';
  let run = '';

  beforeAll(async () => {
    const connection = database().connect('application');
    bench = await makeYearBench(connection);
    year = await bench.openAndAttest();
    const request = inventedRequest({ year: 2025 });
    const made = { pack: bench.pack, request, dataNote: '虚构 invented', now: YEAR_NOW };
    run = allowed(await makeRun(createRunStore(connection), sha256, made)).id;
  });

  const project = (...args: readonly string[]): Promise<Heard> => {
    const store = { ...bench.services, runStore: createRunStore(database().connect('application')) };
    const given: Partial<CliServices> = {
      hash: sha256,
      readText: () => Promise.resolve(JSON.stringify(OUTLOOK)),
      openStore: () =>
        Promise.resolve(allow({ ...store, close: () => Promise.resolve() } as unknown as OpenedStore)),
    };
    return runRecorded(['project', '--input', 'outlook.json', ...args], given);
  };
  const firstYear = ({ out }: Heard): number | undefined =>
    (JSON.parse(out) as { baseline: { schemes: { years: { year: number }[] }[] } }).baseline.schemes[0]
      ?.years[0]?.year;

  test('SD-5.1: starts from the frozen figures of a year, and says so where nothing is frozen yet', async () => {
    expect((await project('--year', year)).err).toContain('stage_not_reached');
    await bench.grant({ kind: 'adoption', pool: 'yunhai', content: { value: 'shortage_rule' } });
    allowed(await gatherFigures(bench.services, bench.maker, year, YEAR_NOW));
    allowed(await freezeYear(bench.services, bench.maker, year, '', YEAR_NOW));
    const heard = await project('--year', year);
    expect([heard.status, firstYear(heard)]).toEqual([0, 2025]);
  });

  test('SD-5.1: starts from a stored run', async () => {
    const heard = await project('--run', run);
    expect([heard.status, firstYear(heard)]).toEqual([0, 2025]);
    expect((await project('--run', 'nothing')).err).toContain('unknown_run');
  });

  test('starts from one thing alone', async () => {
    expect((await project()).err).toContain('one_start');
    expect((await project('--run', run, '--year', year)).err).toContain('one_start');
  });
});
