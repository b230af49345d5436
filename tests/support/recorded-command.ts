import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '#cli/program';
import type { ProgramServices } from '#cli/services';
import { readCsvRows } from '#files/csv-rows';
import { holdOutput } from '#files/held-output';
import { noticeFiles } from '#files/notice-files';
import { packFolder } from '#files/pack-folder';
import { sha256 } from '#files/sha256';
import { readStatementFile } from '#files/statement-file';
import { statementFiles } from '#files/statement-files';
import { AssertionFailure } from '#kernel/assert';

/** What a command line said and how it ended. */
export interface Heard {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));

const beyond = (what: string) => (): never => {
  throw new AssertionFailure(`the command asks for ${what}`);
};

/** The same files a few characters at a time. */
function piecesOf(readText: ProgramServices['readText']): ProgramServices['readPieces'] {
  return async (path) => {
    const text = await readText(path);
    return text === undefined ? undefined : Readable.from(text.match(/[^]{1,50}/g) ?? []);
  };
}

/** Runs a command line on the repository's packs; what a test does not give must not be asked for. */
export async function runRecorded(
  args: readonly string[],
  given: Partial<ProgramServices> = {},
): Promise<Heard> {
  const heard = { out: '', err: '' };
  const status = await runCommandLine(args, {
    source: packFolder(PACKS),
    packsFolder: PACKS,
    hash: sha256,
    readCsv: readCsvRows,
    readStatementFile,
    readBytes: beyond('a file'),
    version: '0.0.0',
    readText: beyond('a file'),
    readPieces: piecesOf(given.readText ?? beyond('a file')),
    holdOutput: () =>
      holdOutput((bytes) => Promise.resolve(void (heard.out += Buffer.from(bytes).toString()))),
    readData: beyond('data'),
    readReference: beyond('the reference'),
    writeFiles: beyond('a new folder'),
    writeBytes: beyond('a new file'),
    noticeFiles,
    statementFiles,
    packsIn: beyond('other packs'),
    panels: { listPanels: beyond('panels') },
    claims: { reprice: beyond('a file of claims'), sample: beyond('a file of claims') },
    passwords: { hash: beyond('a password'), check: beyond('a password') },
    bundles: { write: beyond('a bundle'), spool: beyond('a bundle'), open: beyond('a bundle') },
    ledgerSeals: beyond('a key'),
    ledgerKeyAt: 'ledger.key',
    randomToken: beyond('chance'),
    now: beyond('the time'),
    openStore: beyond('a database'),
    serve: beyond('a server'),
    stopRequested: beyond('a signal'),
    ...given,
    terminal: {
      out: (text) => (heard.out += text),
      err: (text) => (heard.err += text),
    },
  });
  return { status, ...heard };
}
