import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LedgerProof } from '#application/ports/ledger-proof';
import type { LedgerReport } from '#application/ports/ledger-verifier';
import { refusalLine } from '#kernel/decision';
import { fen } from '#kernel/fen';
import { createLedgerProof, type LedgerVault } from '#storage/ledger/ledger-proof';
import { waitUntil } from '#storage/embedded/wait-until';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { failedChecks, makeLedgerBench, NOW } from '#tests/support/ledger-bench';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

describeOnPostgres('the proof of the ledger', (database) => {
  let folder = '';
  let vault: LedgerVault;
  const faults: unknown[] = [];
  beforeEach(async () => {
    folder = await makeTempFolder();
    vault = {
      file: join(folder, 'keys', 'ledger.key'),
      headFile: join(folder, 'head.json'),
      now: () => NOW,
      onFault: (error) => faults.push(error),
    };
  });
  afterEach(async () => removeTempFolder(folder));

  test('a key is made once, for its owner alone, and what is committed is sealed within seconds', async () => {
    const bench = await makeLedgerBench(database().connect('application'));
    const proof = createLedgerProof(
      { database: bench.database, auditor: database().connect('auditor') },
      vault,
    );
    expect(await proof.startSealing()).toMatchObject({
      allowed: true,
      value: { en: expect.stringContaining(vault.file) as string },
    });
    expect(await proof.startSealing()).toEqual({ allowed: true, value: undefined });
    expect((await stat(vault.file)).mode & 0o777).toBe(0o600);
    await bench.store.post([bench.command('interest_credited', { amounts: { pooled: fen(3n) } })]);
    expect(await waitUntil(async () => (await reportOf(proof)).unsealed === 0n, 20_000)).toBe(true);
    await proof.stop();
    expect(faults).toEqual([]);
    const report = await reportOf(proof);
    expect(failedChecks(report)).toEqual([]);
    expect(report.checks.map(({ name }) => name)).toContain('chain_head');
    const kept = await readFile(vault.headFile, 'utf8');
    await writeFile(vault.headFile, kept.replace(/"mac":"../, '"mac":"zz'));
    expect(failedChecks(await reportOf(proof))).toEqual(['chain_head']);
  });

  test('a key that others may read, or that is none, is refused', async () => {
    const bench = database().connect('application');
    const proof = createLedgerProof(
      { database: bench, auditor: bench },
      {
        ...vault,
        file: join(folder, 'key'),
      },
    );
    await writeFile(join(folder, 'key'), `${'0'.repeat(64)}\n`, { mode: 0o600 });
    await chmod(join(folder, 'key'), 0o644);
    expect(await proof.verify()).toMatchObject({ refusals: [{ code: 'ledger_key_exposed' }] });
    await chmod(join(folder, 'key'), 0o600);
    await writeFile(join(folder, 'key'), 'secret\n');
    expect(await proof.verify()).toMatchObject({ refusals: [{ code: 'ledger_key_malformed' }] });
  });
});

async function reportOf(proof: LedgerProof): Promise<LedgerReport> {
  const report = await proof.verify();
  if (!report.allowed) throw new Error(report.refusals.map(refusalLine).join('\n'));
  return report.value;
}
