import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import type { LedgerStore } from '#application/ports/ledger-store';
import type { RegisterRows } from '#application/ports/place-store';
import { packFolder } from '#files/pack-folder';
import { sha256 } from '#files/sha256';
import { refusalLine } from '#kernel/decision';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { fileURLToPath } from 'node:url';
import type { Database } from '#storage/database/connect';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { createPlaceStore } from '#storage/place/place-store';

const PACKS = fileURLToPath(new URL('../../../packs', import.meta.url));
const NOW = '2026-03-10T08:00:00.000Z';
const SINCE = '2020-01-01' as PlainDate;

/** An invented province of eleven pools and its adjustment fund. */
export const POOLS: readonly string[] = Array.from({ length: 11 }, (_, at) => `pool${at + 1}`);
export const FUND = 'fund';

/** Books of all pools from January 2026, on the national pack's templates. */
export interface BenchBooks {
  readonly store: LedgerStore;
  readonly packHash: string;
}

export async function openBenchBooks(database: Database): Promise<BenchBooks> {
  const pack = await loadPackWithParents({ source: packFolder(PACKS), hash: sha256 }, 'national');
  if (!pack.allowed) throw new Error(pack.refusals.map(refusalLine).join('\n'));
  await createPlaceStore(database).record(MACHINE_SCOPE, REGISTER, null, NOW);
  const ledger = createLedgerStore(database);
  await ledger.registerJournal({ hash: pack.value.hash, packId: 'national', text: pack.value.artefact });
  const store = ledger.within(MACHINE_SCOPE);
  for (const insuranceType of ['employee', 'resident'] as const) {
    for (const pool of [...POOLS, FUND]) {
      const kind = pool === FUND ? 'fund' : 'pool';
      const by = { by: MACHINE_SCOPE.userId, now: NOW };
      await store.openBooks({ pool, insuranceType, kind, firstMonth: '2026-01' as Month }, by);
    }
  }
  await fillAccounts(store, pack.value.hash);
  return { store, packHash: pack.value.hash };
}

/** No special account pays what it does not hold: each pool has more than all the levies of a run. */
async function fillAccounts(store: LedgerStore, packHash: string): Promise<void> {
  const outcomes = await store.post(
    POOLS.map((pool) => ({
      key: `held ${pool}`,
      packHash,
      template: 'interest_credited',
      pool,
      insuranceType: 'resident',
      amounts: { pooled: fen(10n ** 16n) },
      effectiveOn: '2026-01-05' as PlainDate,
      now: NOW,
      actor: MACHINE_SCOPE.userId,
      clauses: [],
    })),
  );
  const refused = outcomes.find(({ refusal }) => refusal !== null);
  if (refused !== undefined) throw new Error(`${refused.key}: ${refused.refusal ?? ''}`);
}

const REGISTER: RegisterRows = {
  places: [FUND, ...POOLS.map((pool) => `${FUND}/${pool}`)].map((path) => ({
    path,
    name: { zh: path, en: path },
    since: SINCE,
  })),
  placeEnds: [],
  pools: [
    { id: FUND, kind: 'fund', name: { zh: FUND, en: FUND }, place: FUND, since: SINCE },
    ...POOLS.map((id) => ({
      id,
      kind: 'pool' as const,
      name: { zh: id, en: id },
      place: `${FUND}/${id}`,
      since: SINCE,
    })),
  ],
  memberships: POOLS.map((pool) => ({ pool, fund: FUND, since: SINCE })),
  poolings: POOLS.map((pool) => ({ place: `${FUND}/${pool}`, pool, since: SINCE, basis: 'bench' })),
};
