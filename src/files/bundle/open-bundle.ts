import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { WritableStream } from 'node:stream/web';
import { ZipReader, type FileEntry } from '@zip.js/zip.js';
import type { BundleFile, ManifestMac, OpenedBundle, YearShare } from '#application/ports/audit-bundles';
import type { StoredRun } from '#application/ports/run-store';
import { BundleFault } from '#files/bundle/bundle-fault';
import {
  BUNDLE_FORMAT,
  MANIFEST,
  MANIFEST_HASH,
  MANIFEST_MAC,
  PACKS,
  RUNS,
  SHARES,
  UNSALTED_FORMAT,
  type Manifest,
} from '#files/bundle/bundle-format';
import { bundleRows } from '#files/bundle/bundle-rows';
import { FileSource } from '#files/bundle/zip-source';
import { readAllLines, readLines, readWholeText, type ZipFiles } from '#files/bundle/zip-files';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

/** The files beside those that the manifest lists. */
const OWN = [MANIFEST, MANIFEST_HASH, MANIFEST_MAC];

const HASH_FILE = /^([0-9a-f]{64}) {2}manifest\.json\n$/;

/** Opens a bundle for the time of `use`. A file that is no bundle, or not whole, is refused. */
export async function openBundle<T>(
  file: string,
  use: (bundle: OpenedBundle) => Promise<T>,
): Promise<Decision<T>> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (handle === undefined) return refuse(unreadable(file, 'ENOENT'));
  const reader = new ZipReader(new FileSource(handle), { useWebWorkers: false, strictness: 'strict' });
  try {
    const opened = await openWhole(reader);
    return typeof opened === 'string' ? refuse(unreadable(file, opened)) : allow(await use(opened));
  } catch (error) {
    // Files have the hashes of the manifest by now, but nobody says that the manifest was made by this program.
    if (error instanceof BundleFault || error instanceof SyntaxError)
      return refuse(unreadable(file, error.message));
    throw error;
  } finally {
    await reader.close().catch(() => undefined);
    await handle.close();
  }
}

/** The bundle, or why the file is none: whatever the container or the manifest fails with is a fault of theirs. */
async function openWhole(reader: ZipReader<unknown>): Promise<OpenedBundle | string> {
  try {
    return await bundleOf(await filesOf(reader));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function filesOf(reader: ZipReader<unknown>): Promise<ZipFiles> {
  const entries = (await reader.getEntries()).filter((entry): entry is FileEntry => !entry.directory);
  return new Map(entries.map((entry) => [entry.filename, entry]));
}

async function bundleOf(files: ZipFiles): Promise<OpenedBundle> {
  const text = await readWholeText(files, MANIFEST);
  const manifest = readManifest(text);
  const [, hash = ''] = HASH_FILE.exec(await readWholeText(files, MANIFEST_HASH)) ?? [];
  const { version, engineVersion, madeAt, head, packIds } = manifest;
  return {
    facts: { version, engineVersion, madeAt, head },
    listed: manifest.files,
    found: await hashFiles(files),
    manifest: { text, sha256: hash, mac: await readMac(files), withheld: manifest.withheld },
    rows: bundleRows(files, manifest),
    runs: () => readLines(files, RUNS, (line) => JSON.parse(line) as StoredRun),
    shares: () => readAllLines(files, SHARES, (line) => JSON.parse(line) as YearShare),
    runArtefacts: () =>
      Promise.all(
        Object.entries(packIds).map(async ([packHash, packId]) => ({
          hash: packHash,
          packId,
          text: await readWholeText(files, `${PACKS}${packHash}.json`),
        })),
      ),
  };
}

function readManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as Manifest;
  if (![BUNDLE_FORMAT, UNSALTED_FORMAT].includes(manifest.format))
    throw new BundleFault(`format ${manifest.format}`);
  return manifest;
}

async function readMac(files: ZipFiles): Promise<ManifestMac | null> {
  if (!files.has(MANIFEST_MAC)) return null;
  const [keyId = '', mac = ''] = (await readWholeText(files, MANIFEST_MAC)).trim().split(' ');
  return { keyId, mac };
}

/** Every file as it lies in the bundle. */
async function hashFiles(files: ZipFiles): Promise<readonly BundleFile[]> {
  const found: BundleFile[] = [];
  for (const [path, entry] of files) {
    if (OWN.includes(path)) continue;
    const digest = createHash('sha256');
    let bytes = 0;
    const sink = new WritableStream<Uint8Array>({
      write: (chunk) => {
        digest.update(chunk);
        bytes += chunk.length;
      },
    });
    await entry.getData(sink, { useWebWorkers: false });
    found.push({ path, bytes, sha256: digest.digest('hex') });
  }
  return found;
}

function unreadable(file: string, reason: string): Refusal {
  return {
    code: 'bundle_unreadable',
    at: file,
    what: { zh: `无法作为审计包读取：${reason}`, en: `cannot be read as an audit bundle: ${reason}` },
    next: { zh: '请用完整的原件', en: 'use the whole original' },
  };
}
