import type { AdjustmentYearStore } from '#application/ports/adjustment-year-store';
import type { BundleContent } from '#application/ports/audit-bundles';
import type { LedgerProof } from '#application/ports/ledger-proof';
import type { LedgerRows } from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import type { ChainHead } from '#application/ports/ledger-verifier';
import type { PackArtefact, RunStore, RunSummary, StoredRun } from '#application/ports/run-store';
import { limitedRows } from '#application/proof/limited-rows';
import { yearsOfPools } from '#application/proof/years-of-pools';
import { ENGINE_VERSION } from '#domain/adjustment/adjust';
import { present } from '#kernel/assert';
import { refuse, type Decision } from '#kernel/decision';

interface BundleServices<Made> {
  /** Where the bundle goes to. */
  readonly write: (content: BundleContent, seals: LedgerSeals) => Promise<Decision<Made>>;
  readonly ledgerProof: Pick<LedgerProof, 'read'>;
  readonly runStore: RunStore;
  readonly adjustmentYearStore: AdjustmentYearStore;
}

interface BundleRequest {
  /** Of these pools only; null for the whole ledger. */
  readonly pools: readonly string[] | null;
  readonly version: string;
  readonly now: string;
}

/**
 * Writes a bundle with all data by which an auditor proves the ledger and its runs elsewhere, as of one instant. For
 * some pools it contains the runs of their funds' years and, of other years, the decisions for these pools. Refuses a
 * pool without books, whose bundle would be empty.
 */
export async function makeBundle<Made>(
  { write, ledgerProof, runStore, adjustmentYearStore }: BundleServices<Made>,
  { pools, version, now }: BundleRequest,
): Promise<Decision<Made>> {
  // Before the ledger, so that the events of every share are in it.
  const all = await runStore.listRuns();
  const years = pools === null ? undefined : await yearsOfPools(adjustmentYearStore, new Set(pools), all);
  const runs = all.filter(({ id }) => years === undefined || years.runs.has(id));
  const made = await ledgerProof.read(async (rows, seals) => {
    const known = new Set((await rows.books()).map(({ pool }) => pool));
    const unknown = pools?.find((pool) => !known.has(pool));
    if (unknown !== undefined) return refuse(poolUnknown(unknown));
    const content = {
      rows: pools === null ? rows : limitedRows(rows, pools, seals),
      runs: () => eachRun(runStore, runs),
      withheldRuns: all.length - runs.length,
      runArtefacts: () => artefactsOf(runStore, runs),
      shares: () => Promise.resolve(years?.shares ?? []),
      facts: { version, engineVersion: ENGINE_VERSION, madeAt: now, head: await lastHead(rows) },
    };
    return write(content, seals);
  });
  return made.allowed ? made.value : made;
}

async function lastHead(rows: LedgerRows): Promise<ChainHead | null> {
  let head: ChainHead | null = null;
  for await (const batch of rows.blocks()) {
    const { number, lastNumber, mac } = present(batch.at(-1), 'a block');
    head = { number, lastNumber, mac };
  }
  return head;
}

async function* eachRun(store: RunStore, runs: readonly RunSummary[]): AsyncGenerator<readonly StoredRun[]> {
  for (const { id } of runs) yield [present(await store.findRun(id), `run ${id}`)];
}

async function artefactsOf(store: RunStore, runs: readonly RunSummary[]): Promise<readonly PackArtefact[]> {
  const hashes = new Set(runs.map(({ packHash }) => packHash));
  const found: PackArtefact[] = [];
  for (const hash of [...hashes].toSorted())
    found.push(present(await store.findArtefact(hash), `pack ${hash}`));
  return found;
}

function poolUnknown(pool: string): Parameters<typeof refuse>[0] {
  return {
    code: 'pool_unknown',
    at: pool,
    what: { zh: `统筹区 ${pool} 没有账套`, en: `the pool ${pool} has no books` },
    next: { zh: '请检查编号', en: 'check the id' },
  };
}
