import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LedgerReport } from '#application/ports/ledger-verifier';
import type { CliServices, OpenedStore } from '#cli/services';
import { auditBundles } from '#files/bundle/audit-bundles';
import { allow } from '#kernel/decision';
import { fen } from '#kernel/fen';
import { createAdjustmentYearStore } from '#storage/adjustment-year/adjustment-year-store';
import { createLedgerProof, type LedgerVault } from '#storage/ledger/ledger-proof';
import { findLedgerSeals } from '#storage/ledger/ledger-seals';
import { waitUntil } from '#storage/embedded/wait-until';
import { createVerificationStore } from '#storage/ledger/verification-store';
import { createRunStore } from '#storage/run-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { makeLedgerBench, NOW, type LedgerBench } from '#tests/support/ledger-bench';
import { runRecorded, type Heard } from '#tests/support/recorded-command';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

/** Every check of the ledger by name: what a reader may rely on (contract of `tongchou verify`). */
const CHECKS = [
  'templates',
  'entries',
  'balance',
  'bridge',
  'open_obligations',
  'pools_mirrored',
  'types_apart',
  'reversals',
  'corrections',
  'posting_months',
  'approvals',
  'keys',
  'totals',
  'payment_runs',
  'closed_months',
  'chain_digests',
  'chain_links',
  'chain_macs',
  'chain_head',
];

/** What the database has beside the rows of the ledger, and a bundle has not. */
const BESIDE = ['closed_turnovers'];

describeOnPostgres('tongchou verify', (database) => {
  let folder = '';
  let bench: LedgerBench;
  let vault: LedgerVault;
  beforeAll(async () => {
    folder = await makeTempFolder();
    await mkdir(join(folder, 'keys'));
    vault = {
      file: join(folder, 'keys', 'ledger.key'),
      headFile: join(folder, 'keys', 'head.json'),
      now: () => NOW,
      onFault: (error) => {
        throw error;
      },
    };
    bench = await makeLedgerBench(database().connect('application'));
    await bench.store.post([
      bench.command('interest_credited', { amounts: { pooled: fen(300n) } }),
      bench.command('benefit_settled', {
        counterparty: 'institution:H1',
        category: 'other',
        amounts: { pooled: fen(5n) },
      }),
    ]);
    const proof = proofOf();
    await proof.startSealing();
    expect(await waitUntil(async () => (await bench.verify()).unsealed === 0n, 20_000)).toBe(true);
    await proof.stop();
  });
  afterAll(async () => removeTempFolder(folder));

  const proofOf = (): ReturnType<typeof createLedgerProof> =>
    createLedgerProof({ database: bench.database, auditor: database().connect('auditor') }, vault);
  const tongchou = (...args: readonly string[]): Promise<Heard> => {
    const store: Pick<
      OpenedStore,
      'adjustmentYearStore' | 'ledgerProof' | 'runStore' | 'verificationStore' | 'close'
    > = {
      adjustmentYearStore: createAdjustmentYearStore(bench.database),
      ledgerProof: proofOf(),
      runStore: createRunStore(bench.database),
      verificationStore: createVerificationStore(bench.database),
      close: () => Promise.resolve(),
    };
    const given: Partial<CliServices> = {
      openStore: () => Promise.resolve(allow(store as OpenedStore)),
      readText: (path) => readFile(path, 'utf8').catch(() => undefined),
      bundles: auditBundles,
      ledgerSeals: (file) => findLedgerSeals({ file: file ?? vault.file }),
      ledgerKeyAt: vault.file,
      now: () => NOW,
    };
    return runRecorded(args, given);
  };

  test('lists each check by name with its figure, and ends with 0', async () => {
    const { status, out, err } = await tongchou('verify');
    expect([status, err]).toEqual([0, '']);
    const lines = out.split('\n').filter((line) => /^[✓✗?]/.test(line));
    expect(lines.map((line) => line.split(/\s+/)[1])).toEqual([...CHECKS, ...BESIDE]);
    for (const line of lines) expect(line).toMatch(/^✓\s+[a-z_]+\s+\d+\s+0\s+\S/);
  });

  test('ends with 1 and says where, when a row was changed behind the program’s back; each outcome is kept', async () => {
    const tamper = (fenMore: number): Promise<void> =>
      bench.database.transaction().execute(async (transaction) => {
        await sql`SET LOCAL ROLE NONE`.execute(transaction);
        await sql`SET LOCAL session_replication_role = replica`.execute(transaction);
        await sql`UPDATE ledger_entry SET debit = debit + ${fenMore} WHERE account = '1003'`.execute(
          transaction,
        );
      });
    await tamper(1);
    const { status, out } = await tongchou('verify');
    await tamper(-1);
    expect(status).toBe(1);
    expect(out).toMatch(/^✗\s+entries\s+\d+\s+1\s.+event \d+/m);
    expect(out).toMatch(/^✗\s+balance/m);
    expect((await tongchou('verify')).status).toBe(0);
    const [sound, broken] = await createVerificationStore(bench.database).list(2);
    expect(sound).toMatchObject({ by: 'machine', at: NOW, head: { number: '1' } });
    expect([sound, broken].map((one) => one?.checks.some(({ wrong }) => wrong > 0n))).toEqual([false, true]);
  });

  test('--json exports the head of the chain, and --head takes it as evidence', async () => {
    const { status, out } = await tongchou('verify', '--json');
    const { checks, head } = JSON.parse(out) as LedgerReport;
    expect([status, checks.map(({ name }) => name)]).toEqual([0, [...CHECKS, ...BESIDE]]);
    expect(head).toMatchObject({ number: '1', mac: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    const kept = join(folder, 'kept.json');
    await writeFile(kept, out);
    expect((await tongchou('verify', '--head', kept)).status).toBe(0);
    await writeFile(kept, out.replace(/"number": "1"/, '"number": "2"'));
    expect((await tongchou('verify', '--head', kept)).out).toMatch(/^✗\s+chain_head/m);
    await writeFile(kept, '{}');
    expect((await tongchou('verify', '--head', kept)).err).toMatch(/^malformed_head/);
    expect((await tongchou('verify', '--head', join(folder, 'none'))).err).toMatch(/^file_not_found/);
  });

  test('without the key that sealed the blocks it says which key it is, where it was looked for and what to do', async () => {
    const away = `${vault.file}.away`;
    await rename(vault.file, away);
    const { status, out, err } = await tongchou('verify');
    await rename(away, vault.file);
    expect(status).toBe(1);
    expect(out).toMatch(
      /^✗\s+chain_macs\s+1\s+1\s+区块由密钥封存（缺少密钥 [0-9a-f]{16}，无从核对）.*：block 1$/m,
    );
    expect(err).toMatch(/^ledger_key_not_found \S+ledger\.key: .*放到此处.*TONGCHOU_KEYS.*\n$/);
    expect((await tongchou('verify')).status).toBe(0);
  });

  test('--bundle proves what audit-bundle wrote, without the database', async () => {
    const file = join(folder, 'audit.zip');
    const made = await tongchou('audit-bundle', '--out', file);
    expect([made.status, made.out]).toEqual([0, `${await hashOf(file)}  ${file}\n`]);
    expect((await tongchou('audit-bundle', '--out', file)).err).toMatch(/^file_exists/);
    expect((await tongchou('audit-bundle', '--out', `${file}2`, '--pool', 'nowhere')).err).toMatch(
      /^pool_unknown/,
    );
    const proven = await tongchou('verify', '--bundle', file);
    expect([proven.status, proven.err]).toEqual([0, '']);
    for (const name of ['files', 'manifest', 'manifest_mac', 'runs', ...CHECKS]) {
      expect(proven.out).toMatch(new RegExp(`^✓\\s+${name}\\s`, 'm'));
    }
    const keyless = await tongchou('verify', '--bundle', file, '--key', join(folder, 'nokey'));
    expect(keyless.status).toBe(0);
    expect(keyless.out).toMatch(/^\?\s+chain_macs\s.*without the key not proved: 1/m);
    expect((await tongchou('verify', '--bundle', join(folder, 'none.zip'))).err).toMatch(
      /^bundle_unreadable/,
    );
  });
});

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
