import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBundleDesk } from '#application/proof/bundle-desk';
import { auditBundles } from '#files/bundle/audit-bundles';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { allow } from '#kernel/decision';
import { fen } from '#kernel/fen';
import { createAdjustmentYearStore } from '#storage/adjustment-year/adjustment-year-store';
import { readLedger } from '#storage/ledger/verify/verify-ledger';
import { createPlaceStore } from '#storage/place/place-store';
import { createRunStore } from '#storage/run-store';
import { proveTestBundle, SEALS, unpackTexts } from '#tests/support/bundle-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, httpAs, httpPost, type HttpAnswer } from '#tests/support/http-answers';
import {
  addPerson,
  identityServices,
  makeAdministrators,
  PEOPLE_NOW,
  sessionOf,
} from '#tests/support/identity-people';
import { inventedRequest } from '#tests/support/invented-request';
import { FUND, makeLedgerBench } from '#tests/support/ledger-bench';
import { localServer } from '#tests/support/local-server';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

const AT = '/api/v1/ledger/audit-bundle.zip';

describeOnPostgres('the audit bundle over HTTP', (database) => {
  let app: HttpApp;
  let folder = '';
  let file = '';
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    folder = await makeTempFolder();
    file = join(folder, 'audit.zip');
    const bench = await makeLedgerBench(database().connect('application'));
    await bench.store.post([
      bench.command('interest_credited', { amounts: { pooled: fen(300n) } }),
      bench.command('interest_credited', { pool: 'west', amounts: { pooled: fen(41_234_567n) } }),
      bench.command('levy_due', { otherPool: FUND, amounts: { levy: fen(5n) } }),
    ]);
    await bench.sealAll();
    const connection = database().connect('application');
    const services = identityServices(connection);
    const runStore = createRunStore(connection);
    const bundleDesk = createBundleDesk({
      bundles: auditBundles,
      ledgerProof: {
        read: async (read) =>
          allow(await readLedger(database().connect('auditor'), (rows) => read(rows, SEALS))),
      },
      runStore,
      adjustmentYearStore: createAdjustmentYearStore(connection),
      placeStore: createPlaceStore(connection),
      version: '9.9.9',
    });
    app = localServer({ ...services, runStore, bundleDesk, now: () => PEOPLE_NOW });
    const administrators = await makeAdministrators(services);
    for (const [login, role, place, department] of [
      ['whole', 'auditor', FUND, 'audit'],
      ['part', 'auditor', `${FUND}/east`, 'audit'],
      ['manager', 'fund_checker', `${FUND}/east`, 'health_insurance'],
      ['finance', 'fund_maker', FUND, 'finance'],
      ['reader', 'reader', FUND, 'health_insurance'],
    ] as const) {
      const user = { login, name: login, department, place } as const;
      const id = await addPerson(services, administrators, user, [[role, place]]);
      tokens[login] = (await sessionOf(services, id)).token;
    }
    const run = { pack: 'jiangxi', dataNote: '虚构 invented', input: inventedRequest() };
    expect((await httpPost(app, '/api/v1/adjustments', run)).statusCode).toBe(201);
    const answer = await fetched('whole');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    expect(answer.headers['x-bundle-sha256']).toBe(
      createHash('sha256').update(answer.rawPayload).digest('hex'),
    );
    await writeFile(file, answer.rawPayload);
  });
  afterAll(async () => {
    await app.close();
    await removeTempFolder(folder);
  });

  const fetched = (who: string, query = ''): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), 'GET', `${AT}${query}`, undefined);

  /** The bundle of an answer as a file, with what it says of itself. */
  const kept = async (answer: HttpAnswer): Promise<string> => {
    expect(answer.statusCode).toBe(200);
    const path = join(folder, `part-${createHash('sha256').update(answer.rawPayload).digest('hex')}.zip`);
    await writeFile(path, answer.rawPayload);
    return path;
  };

  test('proves the ledger and the runs offline, as the one of the command line does', async () => {
    const report = await proveTestBundle(file);
    if (typeof report === 'string') throw new Error(report);
    expect(report.checks.filter(({ wrong }) => wrong > 0n)).toEqual([]);
    expect(report.checks.find(({ name }) => name === 'runs')?.checked).toBe(1n);
    expect(report.pools).toBeNull();
  });

  test('is not taken for sound with a byte flipped anywhere', async () => {
    const whole = (await fetched('whole')).rawPayload;
    for (const share of [0.1, 0.35, 0.6, 0.85]) {
      const flipped = Buffer.from(whole);
      const at = Math.floor(flipped.length * share);
      flipped[at] = present(flipped[at], 'a byte') ^ 1;
      const bad = join(folder, `flipped-${at}.zip`);
      await writeFile(bad, flipped);
      const report = await proveTestBundle(bad).catch(() => 'unreadable');
      const isSound = typeof report !== 'string' && report.checks.every(({ wrong }) => wrong === 0n);
      expect([at, isSound]).toEqual([at, false]);
    }
  });

  test.each([
    ['an auditor of a city', 'part', ''],
    ['who manages the fund of a city', 'manager', ''],
    ['an auditor of the province who names the city', 'whole', `?place=${FUND}/east`],
  ])(
    '%s gets the books of its pools, which prove the chain and hold nothing of other places',
    async (_, who, query) => {
      const path = await kept(await fetched(who, query));
      const report = await proveTestBundle(path);
      if (typeof report === 'string') throw new Error(report);
      expect(report.checks.filter(({ wrong }) => wrong > 0n)).toEqual([]);
      expect(report).toMatchObject({ pools: ['east'] });
      expect(report.withheld).toBeGreaterThan(0n);
      const texts = await unpackTexts(path);
      expect(texts.get('ledger/events.ndjson')).toContain('"pooled":"300"');
      expect(texts.get('runs.ndjson')).toBe('');
      expect(JSON.parse(present(texts.get('manifest.json'), 'a manifest'))).toMatchObject({
        withheld: { rows: Number(report.withheld), runs: 1 },
      });
      for (const [name, text] of texts) {
        if (!name.startsWith('packs/')) expect(text, name).not.toMatch(/west|north|41234567|412345\.67/);
      }
    },
  );

  test('is refused where no books of the own places lie, and to a department that does not see persons (SC-3.2)', async () => {
    for (const place of [`${FUND}/west`, FUND.slice(1)])
      expectProblem(await fetched('part', `?place=${place}`), 403, [['bundle_of_nothing', place]]);
    expectProblem(await fetched('finance'), 403, [['bundle_of_department', '']]);
    const missing = 'auditor fund_maker fund_checker';
    expectProblem(await fetched('reader'), 403, [['role_missing', missing]]);
    expectProblem(await httpAs(app, undefined, 'GET', AT, undefined), 401);
  });

  test('each fetching of it is in the access log', async () => {
    const log = await httpAs(
      app,
      present(tokens['whole'], 'a token'),
      'GET',
      '/api/v1/access-log',
      undefined,
    );
    expect(log.body).toContain(AT);
  });

  test('two are not made at once', async () => {
    const answers = await Promise.all([fetched('whole'), fetched('whole')]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });
});
