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
import { readLedger } from '#storage/ledger/verify/verify-ledger';
import { createPlaceStore } from '#storage/place/place-store';
import { createRunStore } from '#storage/run-store';
import { proveTestBundle, SEALS } from '#tests/support/bundle-bench';
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
    await bench.store.post([bench.command('interest_credited', { amounts: { pooled: fen(300n) } })]);
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
      placeStore: createPlaceStore(connection),
      version: '9.9.9',
    });
    app = localServer({ ...services, runStore, bundleDesk, now: () => PEOPLE_NOW });
    const administrators = await makeAdministrators(services);
    for (const [login, role, place] of [
      ['whole', 'auditor', FUND],
      ['part', 'auditor', `${FUND}/east`],
      ['maker', 'fund_maker', FUND],
      ['checker', 'fund_checker', FUND],
    ] as const) {
      const user = { login, name: login, department: 'health_insurance', place } as const;
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

  const fetched = (who: string): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), 'GET', AT, undefined);

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

  test('is for an auditor of every place alone, and each fetching of it is in the access log', async () => {
    expectProblem(await fetched('part'), 403, [['bundle_covers_more', '']]);
    for (const who of ['maker', 'checker'])
      expectProblem(await fetched(who), 403, [['role_missing', 'auditor']]);
    expectProblem(await httpAs(app, undefined, 'GET', AT, undefined), 401);
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
