import { cpus, loadavg, totalmem } from 'node:os';
import { BATCH, CONNECTIONS, type LedgerFindings } from '#bench/ledger/measure-ledger';
import { textTable, threeDigits } from '#bench/report/text-table';

const GIB = 2 ** 30;
/** Shares of TPC-B's rate that posting aims at, over one connection. */
const SINGLE_AIM = 0.7;
const BATCH_AIM = 5;
/** Ten million postings are to be proved within a minute. */
const PROOF_AIM = 10_000_000 / 60;

/** The reference page, written by each full run. */
export function ledgerDocument(findings: LedgerFindings, measuredOn: Date): string {
  const { tpcb, single, batch } = findings;
  const row = (title: string, of: 'tpcb' | 'single' | 'batch'): readonly string[] => [
    title,
    threeDigits(findings[of].one),
    threeDigits(findings[of].many),
    (findings[of].one / tpcb.one).toFixed(2),
  ];
  const rates = textTable(
    ['a second', '1 connection', `${CONNECTIONS} connections`, 'of TPC-B, 1 connection'],
    [
      row('TPC-B transactions (pgbench)', 'tpcb'),
      row('events, one a call', 'single'),
      row(`events, ${BATCH} a call`, 'batch'),
    ],
    1,
  );
  const rate = findings.postings / findings.verifySeconds;
  const aims = textTable(
    ['aim', 'reached', ''],
    [
      aim(`one event a call: ${SINGLE_AIM} of TPC-B`, single.one / tpcb.one, SINGLE_AIM),
      aim(`${BATCH} events a call: ${BATCH_AIM} times TPC-B`, batch.one / tpcb.one, BATCH_AIM),
      aim('10,000,000 postings proved in 60 s: postings a second', rate, PROOF_AIM),
    ],
    1,
  );
  return `# Performance of the ledger

Written by \`npm run bench:ledger\` on ${measuredOn.toISOString().slice(0, 10)}; run it again to replace this page.

${machine()}

## Aims

${aims}

## Posting

PostgreSQL ${findings.serverVersion} on a fresh cluster with \`fsync\` and \`synchronous_commit\` on, ${findings.seconds} s each, all in one run.

${rates}

TPC-B is pgbench's built-in transaction in prepared statements: three updates, one select, one insert. An event goes
through the program's own store, as a use case calls it: judged, numbered, hashed, kept and posted with 3.4 entries on
the average (benefits found due and paid, subsidies, levies to the adjustment fund), over eleven pools.

## Proof

\`verify\` of ${findings.postings.toLocaleString('en-US')} postings (${findings.events.toLocaleString('en-US')} events) took ${threeDigits(findings.verifySeconds)} s, ${threeDigits(rate)} postings a second. The
program took ${threeDigits(findings.peakBytes / GIB)} GiB of memory at most in the whole run, the server aside.
\`npm run bench:ledger -- --postings 10000000\` makes that many before it proves them.
`;
}

function aim(title: string, reached: number, wanted: number): readonly string[] {
  return [title, threeDigits(reached), reached >= wanted ? 'met' : 'missed'];
}

function machine(): string {
  const [first] = cpus();
  const model = first?.model.trim() ?? 'unknown processor';
  const load = loadavg()[0] ?? 0;
  return [
    `Machine: ${model}, ${cpus().length} cores, ${Math.round(totalmem() / GIB)} GiB of memory, Node ${process.versions.node} on ${process.platform}/${process.arch}.`,
    `Load of the last minute when the run ended: ${load.toFixed(1)}; beyond the number of cores, others were at work and`,
    'all figures are too low.',
  ].join('\n');
}
