import { TransformStream } from 'node:stream/web';
import { TextWriter, type FileEntry } from '@zip.js/zip.js';
import { BundleFault } from '#files/bundle/bundle-fault';

/** Files of an opened ZIP by path. */
export type ZipFiles = ReadonlyMap<string, FileEntry>;

/** Lines that are handed on together. */
const LINES_AT_A_TIME = 5000;

export async function readWholeText(files: ZipFiles, path: string): Promise<string> {
  return getFile(files, path).getData(new TextWriter(), { useWebWorkers: false });
}

/** The lines of a file, each read by `read`; nothing is held but what is in hand. */
export async function* readLines<Row>(
  files: ZipFiles,
  path: string,
  read: (line: string) => Row,
): AsyncGenerator<readonly Row[], undefined> {
  const passage = new TransformStream<Uint8Array, Uint8Array>();
  const written = getFile(files, path).getData(passage.writable, { useWebWorkers: false });
  // Its failure is met below, when the text ends; until then it must not count as nobody's.
  written.catch(() => undefined);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let rows: Row[] = [];
  for await (const chunk of passage.readable) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) rows.push(read(line));
    if (rows.length < LINES_AT_A_TIME) continue;
    yield rows;
    rows = [];
  }
  await written;
  if (rest !== '') throw new BundleFault(`${path}: the last line is cut off`);
  if (rows.length > 0) yield rows;
  return undefined;
}

/** All lines of a file that is small enough to be held. */
export async function readAllLines<Row>(
  files: ZipFiles,
  path: string,
  read: (line: string) => Row,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of readLines(files, path, read)) rows.push(...batch);
  return rows;
}

function getFile(files: ZipFiles, path: string): FileEntry {
  const file = files.get(path);
  if (file === undefined) throw new BundleFault(`${path} is missing`);
  return file;
}
