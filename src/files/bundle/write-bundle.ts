import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipWriter } from '@zip.js/zip.js';
import {
  manifestSealText,
  type BundleContent,
  type BundleFile,
  type BundleSummary,
  type Withheld,
} from '#application/ports/audit-bundles';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import {
  BUNDLE_FORMAT,
  MANIFEST,
  MANIFEST_HASH,
  MANIFEST_MAC,
  PACKS,
  RUNS,
  SHARES,
  TABLES,
  type Manifest,
} from '#files/bundle/bundle-format';
import { hashedStream } from '#files/bundle/hashed-stream';
import { eventLine, lineOf } from '#files/bundle/row-lines';
import { sha256 } from '#files/sha256';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

/** Worker threads of the library would need a page; dates of files would tell nothing. */
const OPTIONS = { useWebWorkers: false, extendedTimestamp: false, lastModDate: new Date(1980, 0, 1) };

type Add = (path: string, texts: AsyncIterable<string>) => Promise<void>;

/** Writes a bundle beside its place and gives it its name when it is whole; never over a file that is there. */
export async function writeBundle(
  file: string,
  content: BundleContent,
  seals: LedgerSeals,
): Promise<Decision<BundleSummary>> {
  const draft = `${file}.part`;
  try {
    const output = createWriteStream(draft, { flags: 'wx', mode: 0o600 });
    const files: BundleFile[] = [];
    const zip = new ZipWriter(Writable.toWeb(output), OPTIONS);
    const add: Add = async (path, texts) => {
      const { stream, file: hashed } = hashedStream(path, texts);
      await zip.add(path, stream, OPTIONS);
      files.push(hashed());
    };
    const withheld = { rows: await addContent(add, content), runs: content.withheldRuns };
    const listed = files.splice(0);
    const manifest = canonicalJson(
      (await manifestOf(content, withheld, listed)) as unknown as CanonicalValue,
    );
    await addManifest(add, manifest, seals);
    await zip.close();
    await link(draft, file);
    return allow({ files: [...listed, ...files], sha256: await hashOf(file) });
  } catch (error) {
    if (isThere(error)) return refuse(fileThere(file));
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** How many rows were withheld: known once all of them have gone by. */
async function addContent(add: Add, { rows, runs, shares, runArtefacts }: BundleContent): Promise<number> {
  const packs = new Map([
    ...(await rows.artefacts()).map(({ hash, text }) => [hash, text] as const),
    ...(await runArtefacts()).map(({ hash, text }) => [hash, text] as const),
  ]);
  for (const [hash, text] of packs) await add(`${PACKS}${hash}.json`, one(text));
  await add(TABLES.templates, lines(rows.templates()));
  await add(TABLES.moves, lines(rows.moves()));
  await add(TABLES.books, lines(rows.books()));
  await add(TABLES.months, lines(rows.months()));
  await add(TABLES.requests, lines(rows.requests()));
  await add(TABLES.approvals, lines(rows.approvals()));
  await add(TABLES.paymentRuns, lines(rows.paymentRuns()));
  await add(TABLES.paymentLines, lines(rows.paymentLines()));
  await add(TABLES.paymentPostings, lines(rows.paymentPostings()));
  await add(TABLES.paymentDecisions, lines(rows.paymentDecisions()));
  await add(TABLES.paymentEnds, lines(rows.paymentEnds()));
  await add(TABLES.events, batchLines(rows.events(), eventLine));
  await add(TABLES.entries, batchLines(rows.entries(), lineOf));
  await add(TABLES.blocks, batchLines(rows.blocks(), lineOf));
  await add(TABLES.totals, batchLines(rows.totals(), lineOf));
  let withheld = 0;
  const counted = (row: object): string => {
    if ('hash' in row) withheld += 1;
    return lineOf(row);
  };
  await add(TABLES.withheld, batchLines(rows.withheld(), counted));
  await add(RUNS, batchLines(runs(), lineOf));
  await add(SHARES, lines(shares()));
  return withheld;
}

async function addManifest(add: Add, manifest: string, seals: LedgerSeals): Promise<void> {
  const hash = sha256(manifest);
  await add(MANIFEST, one(manifest));
  await add(MANIFEST_HASH, one(`${hash}  ${MANIFEST}\n`));
  if (seals.currentKey === undefined) return;
  const mac = seals.mac(seals.currentKey, manifestSealText(hash)) ?? '';
  await add(MANIFEST_MAC, one(`${seals.currentKey} ${mac}\n`));
}

async function manifestOf(
  { rows, runArtefacts, facts }: BundleContent,
  withheld: Withheld,
  files: readonly BundleFile[],
): Promise<Manifest> {
  return {
    ...facts,
    format: BUNDLE_FORMAT,
    pools: rows.pools,
    withheld,
    ledgerPacks: (await rows.artefacts()).map(({ hash }) => hash),
    packIds: Object.fromEntries((await runArtefacts()).map(({ hash, packId }) => [hash, packId])),
    files,
  };
}

async function* one(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

async function* lines(rows: Promise<readonly object[]>): AsyncGenerator<string> {
  for (const row of await rows) yield lineOf(row);
}

async function* batchLines<Row extends object>(
  batches: AsyncIterable<readonly Row[]>,
  line: (row: Row) => string,
): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map(line).join('');
}

async function hashOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  return digest.digest('hex');
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function fileThere(file: string): Refusal {
  return {
    code: 'file_exists',
    at: file,
    what: { zh: '已有同名文件（或其 .part）', en: 'a file of that name (or its .part) is there already' },
    next: { zh: '请换一个文件名', en: 'choose another name' },
  };
}
