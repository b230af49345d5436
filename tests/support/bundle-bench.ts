import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextWriter, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import type { BundleReport } from '#application/proof/verify-bundle';
import { verifyBundle } from '#application/proof/verify-bundle';
import { makeBundle } from '#application/proof/make-bundle';
import type { AuditBundles, BundleContent } from '#application/ports/audit-bundles';
import type { LedgerProof } from '#application/ports/ledger-proof';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import { auditBundles } from '#files/bundle/audit-bundles';
import { present } from '#kernel/assert';
import { allow, refusalLine } from '#kernel/decision';
import { createAdjustmentYearStore } from '#storage/adjustment-year/adjustment-year-store';
import type { Database } from '#storage/database/connect';
import { createLedgerSeals } from '#storage/ledger/ledger-seals';
import { postgresRows } from '#storage/ledger/verify/postgres-rows';
import type { Reading } from '#storage/ledger/verify/verify-ledger';
import { createRunStore } from '#storage/run-store';
import { NOW, TEST_KEYS } from '#tests/support/ledger-bench';

/** The seals of the test's key, and of an auditor who has none. */
export const SEALS = createLedgerSeals(TEST_KEYS);
export const NO_SEALS = createLedgerSeals(undefined);

/** Writes the bundle of a transaction's view of the ledger, also of what it has changed itself. */
export async function writeTestBundle(
  reading: Reading,
  file: string,
  part: { readonly pools: readonly string[]; readonly database: Database } | null = null,
): Promise<void> {
  const ledgerProof: Pick<LedgerProof, 'read'> = {
    read: async (read) => allow(await read(postgresRows(reading), SEALS)),
  };
  const runStore = createRunStore(reading);
  const adjustmentYearStore = createAdjustmentYearStore(part?.database ?? reading);
  const write = (content: BundleContent, seals: LedgerSeals): ReturnType<AuditBundles['write']> =>
    auditBundles.write(file, content, seals);
  const made = await makeBundle(
    { write, ledgerProof, runStore, adjustmentYearStore },
    {
      pools: part?.pools ?? null,
      version: '0.0.0',
      now: NOW,
    },
  );
  if (!made.allowed) throw new Error(made.refusals.map(refusalLine).join('\n'));
}

/** What the verifier says of a bundle: its report, or the code with which it is refused. */
export async function proveTestBundle(
  file: string,
  seals: LedgerSeals = SEALS,
): Promise<BundleReport | string> {
  const report = await auditBundles.open(file, (bundle) => verifyBundle(bundle, seals, null));
  return report.allowed ? report.value : (report.refusals[0]?.code ?? '');
}

/** The files of a ZIP by path. */
export async function unpackTexts(file: string): Promise<ReadonlyMap<string, string>> {
  const reader = new ZipReader(new Uint8ArrayReader(await readFile(file)), { useWebWorkers: false });
  const texts = new Map<string, string>();
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) texts.set(entry.filename, await entry.getData(new TextWriter()));
  }
  await reader.close();
  return texts;
}

/** Another ZIP of files, sound as a container. */
export async function packTexts(
  folder: string,
  name: string,
  texts: ReadonlyMap<string, string>,
): Promise<string> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [path, text] of texts)
    await writer.add(path, new Uint8ArrayReader(new TextEncoder().encode(text)));
  const file = join(folder, name);
  await writeFile(file, await writer.close());
  return file;
}

/** The files with a manifest and its hash as they are now; the MAC stays what it was. */
export function withManifest(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const manifest = JSON.parse(present(files.get('manifest.json'), 'a manifest')) as {
    readonly files: readonly { readonly path: string }[];
  };
  const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
  const listed = manifest.files.map(({ path }) => {
    const text = present(files.get(path), path);
    return { path, bytes: Buffer.byteLength(text), sha256: hash(text) };
  });
  const text = JSON.stringify({ ...manifest, files: listed });
  return new Map([...files, ['manifest.json', text], ['manifest.sha256', `${hash(text)}  manifest.json\n`]]);
}
