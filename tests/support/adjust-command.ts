import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { runCommandLine } from '#cli/program';
import type { ProgramServices } from '#cli/services';
import { readCsvRows } from '#files/csv-rows';
import { packFolder } from '#files/pack-folder';
import { sha256 } from '#files/sha256';
import { readStatementFile } from '#files/statement-file';
import { AssertionFailure } from '#kernel/assert';

/** An input before its shape is checked. */
export type Json = Record<string, unknown>;

/** What a command line ends with. */
export interface Heard {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const beyond = (what: string) => (): never => {
  throw new AssertionFailure(`tongchou adjust asks for ${what}`);
};

/** Runs a command line on the real packs, with a terminal that records and files that are given as texts. */
export async function runAdjustLine(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<Heard> {
  const heard = { out: '', err: '' };
  const services: ProgramServices = {
    source: packFolder(fileURLToPath(new URL('../../packs', import.meta.url))),
    hash: sha256,
    terminal: {
      out: (text) => (heard.out += text),
      err: (text) => (heard.err += text),
    },
    version: '0.0.0',
    readText: (path) => Promise.resolve(files[path]),
    readPieces: beyond('a file as it comes'),
    holdOutput: beyond('output that is held back'),
    readData: beyond('data'),
    readReference: beyond('the reference'),
    writeFiles: beyond('a folder'),
    writeBytes: beyond('a new file'),
    noticeFiles: { pdf: beyond('a notice') },
    statementFiles: { workbook: beyond('a workbook'), pdf: beyond('a PDF') },
    packsFolder: 'packs',
    packsIn: beyond('other packs'),
    readCsv: readCsvRows,
    readStatementFile,
    readBytes: () => Promise.resolve(undefined),
    panels: { listPanels: beyond('panels') },
    claims: { reprice: beyond('a file of claims'), sample: beyond('a file of claims') },
    now: beyond('the time'),
    passwords: { hash: beyond('a password'), check: beyond('a password') },
    bundles: { write: beyond('a bundle'), spool: beyond('a bundle'), open: beyond('a bundle') },
    ledgerSeals: beyond('a key'),
    ledgerKeyAt: 'ledger.key',
    randomToken: beyond('chance'),
    openStore: beyond('a database'),
    serve: beyond('a server'),
    stopRequested: beyond('a signal'),
  };
  return { status: await runCommandLine(args, services), ...heard };
}

/** `tongchou adjust` on an input given as text. */
export const adjustText = (text: string, pack = 'jiangxi', ...options: readonly string[]): Promise<Heard> =>
  runAdjustLine(['adjust', '--pack', pack, '--input', 'input.json', ...options], { 'input.json': text });

/** Nothing on standard output; on standard error one line for each problem, as it begins. */
export function expectRefusal(heard: Heard, problems: readonly string[]): void {
  const lines = heard.err.split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line, index) => line.slice(0, problems[index]?.length))).toEqual(problems);
  for (const line of lines) expect(line).toMatch(/^[a-z_]+.*: .+；[^|]+$/);
  expect(heard.out).toBe('');
  expect(heard.status).toBe(1);
}

/** A pool of an input. */
export const pool = (request: Json, index = 1): Json => (request['pools'] as Json[])[index] ?? {};
