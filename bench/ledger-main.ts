import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ledgerDocument } from '#bench/ledger/ledger-document';
import { findServerFolder } from '#bench/ledger/server-folder';
import { measureLedger } from '#bench/ledger/measure-ledger';
import { refusalLine } from '#kernel/decision';

const DOCUMENT = new URL('../../docs/reference/ledger-performance.md', import.meta.url);

/** Seconds of each measurement: long enough for a figure that repeats, and for a trial. */
const FULL_SECONDS = 20;
const QUICK_SECONDS = 2;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/**
 * `npm run bench:ledger`: the ledger against pgbench's TPC-B on the same durable server, in one run. Without pgbench it
 * is refused: a ratio to a figure from elsewhere would say nothing.
 */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, postings: { type: 'string' } },
  });
  const folder = await findServerFolder();
  if (!folder.allowed) {
    for (const refusal of folder.refusals) say(refusalLine(refusal));
    process.exitCode = 1;
    return;
  }
  const scratch = await mkdtemp(join(tmpdir(), 'tongchou-ledger-bench-'));
  // The server's user has to pass, who is another where root runs this; the data within are his alone.
  await chmod(scratch, 0o755);
  try {
    const findings = await measureLedger({
      binaries: folder.value,
      scratch,
      seconds: values.quick === true ? QUICK_SECONDS : FULL_SECONDS,
      postings: Number.parseInt(values.postings ?? '0', 10),
      say,
    });
    const { tpcb, single, batch, verifySeconds } = findings;
    process.stdout.write(
      values.json === true
        ? `${JSON.stringify({ tpcb: tpcb.one, single: single.one, batch: batch.one, verifySeconds })}\n`
        : ledgerDocument(findings, new Date()),
    );
    if (values.json !== true && values.quick !== true) {
      await writeFile(DOCUMENT, ledgerDocument(findings, new Date()));
      say('written: docs/reference/ledger-performance.md');
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
