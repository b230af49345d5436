import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { randomToken } from '#files/random-token';
import { sha256 } from '#files/sha256';
import { openSession } from '#application/identity/sign-in';
import { present } from '#kernel/assert';
import { refusalLine } from '#kernel/decision';
import { createLedgerProof } from '#storage/ledger/ledger-proof';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { addPerson, identityServices, makeAdministrators } from '#tests/support/identity-people';
import { failedChecks, FUND, makeLedgerBench, POOLS } from '#tests/support/ledger-bench';
import { startProgramProcess } from '#tests/support/program-process';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

/** With the kills of PostgreSQL (crash.int.test.ts) ten here, and as many as TORTURE_KILLS says elsewhere. */
const KILLS = Math.ceil(Number.parseInt(process.env['TORTURE_KILLS'] ?? '10', 10) / 2);
const SEED = Number.parseInt(process.env['TORTURE_SEED'] ?? '20260310', 10);
const WRITERS = 4;
const LONGEST_RUN_MS = 1500;
/** A start takes seconds, and more where many programs share the machine. */
const LIMIT_MS = 60_000 * (KILLS + 5);

/** An event that a client has sent, and will send again until somebody answers. */
interface Sent {
  readonly key: string;
  readonly pool: string;
}

describeOnPostgres('when the server is killed under load', (database) => {
  test(
    `what it acknowledged is there once, what is sent again is not doubled, and the ledger verifies (seed ${SEED})`,
    async () => {
      const keys = await makeTempFolder();
      const opened = database().connect('application');
      await makeLedgerBench(opened);
      const environment = { DATABASE_URL: database().url, TONGCHOU_KEYS: keys };
      const token = await signedInMaker();
      const acknowledged = new Map<string, string>();
      const unanswered: Sent[] = [];
      let random = SEED;
      for (let kill = 0; kill <= KILLS; kill += 1) {
        const server = await startProgramProcess(environment);
        const send = (events: readonly Sent[]): Promise<boolean> =>
          post(server.address, token, events, acknowledged);
        // A client that heard no answer sends the same again, under the same key.
        for (const event of unanswered.splice(0)) expect(await send([event]), event.key).toBe(true);
        if (kill === KILLS) {
          await server.kill();
          break;
        }
        const writing = Promise.all(
          Array.from({ length: WRITERS }, async (_, writer) => {
            for (let index = 0; ; index += 1) {
              const pool = present(POOLS[(writer + index) % POOLS.length], 'a pool');
              const event = { key: `${kill} ${writer} ${index}`, pool };
              if (await send([event])) continue;
              unanswered.push(event);
              return;
            }
          }),
        );
        random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
        await wait(100 + (random % LONGEST_RUN_MS));
        await server.kill();
        await writing;
      }
      const { rows } = await sql<{ key: string; number: string; entries: number; paid: string }>`
        SELECT e.key, e.number::text AS number, count(n.*)::int AS entries, sum(n.credit)::text AS paid FROM ledger_event AS e
        JOIN ledger_entry AS n ON n.event = e.number GROUP BY e.key, e.number`.execute(opened);
      expect(acknowledged.size).toBeGreaterThan(KILLS);
      expect(new Map(rows.map(({ key, number }) => [key, number]))).toEqual(acknowledged);
      expect(rows.filter(({ entries, paid }) => entries !== 4 || paid !== '14')).toEqual([]);
      await proveWith(join(keys, 'ledger.key'), join(keys, 'ledger-head.json'));
      await removeTempFolder(keys);
    },
    LIMIT_MS,
  );

  /** A maker of the whole invented province, with a session of now. */
  async function signedInMaker(): Promise<string> {
    const services = identityServices(database().connect('application'));
    const administrators = await makeAdministrators(services);
    const user = { login: 'mia', name: 'Mia', department: 'health_insurance', place: FUND } as const;
    const id = await addPerson(services, administrators, user, [['fund_maker', FUND]]);
    const { token } = await openSession(
      { ...services, randomToken, hash: sha256 },
      id,
      new Date().toISOString(),
    );
    return token;
  }

  /** Seals what the killed server had no time for, with its own key, and proves against the head that it kept. */
  async function proveWith(file: string, headFile: string): Promise<void> {
    const faults: unknown[] = [];
    const databases = { database: database().connect('application'), auditor: database().connect('auditor') };
    const proof = createLedgerProof(databases, {
      file,
      headFile,
      now: () => new Date().toISOString(),
      onFault: (error) => faults.push(error),
    });
    await proof.startSealing();
    for (;;) {
      const report = await proof.verify();
      if (!report.allowed) throw new Error(report.refusals.map(refusalLine).join('\n'));
      expect(failedChecks(report.value)).toEqual([]);
      if (report.value.unsealed === 0n) break;
      await wait(200);
    }
    await proof.stop();
    expect(faults).toEqual([]);
  }
});

/** Sends events as the console does; true when the server answered that they are posted. */
async function post(
  address: string,
  token: string,
  events: readonly Sent[],
  acknowledged: Map<string, string>,
): Promise<boolean> {
  const body = {
    pack: 'national',
    events: events.map(({ key, pool }) => ({
      key,
      pool,
      template: 'subsidy_received',
      counterparty: 'government:G1',
      insuranceType: 'resident',
      amounts: { pooled: '0.07' },
      effectiveOn: '2026-03-05',
    })),
  };
  const headers = {
    'content-type': 'application/json',
    origin: new URL(address).origin,
    cookie: `__Host-tongchou-session=${token}`,
  };
  const answer = await fetch(new URL('/api/v1/events', address), {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  }).catch(() => undefined);
  const text = await answer?.text().catch(() => undefined);
  if (answer === undefined || text === undefined) return false;
  if (answer.status !== 200) throw new Error(`${answer.status} ${text}`);
  const { outcomes } = JSON.parse(text) as {
    readonly outcomes: readonly {
      readonly key: string;
      readonly number: string;
      readonly refusal: unknown;
    }[];
  };
  for (const { key, number, refusal } of outcomes) {
    expect(refusal).toBeNull();
    // Sent again it is the event of the first time.
    expect(acknowledged.get(key) ?? number).toBe(number);
    acknowledged.set(key, number);
  }
  return true;
}
