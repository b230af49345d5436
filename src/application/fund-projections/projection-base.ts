import type { AdjustmentRequest } from '#application/adjustment/request';
import type { YearServices } from '#application/adjustment-year/services';
import { readSnapshot, type YearSnapshot } from '#application/adjustment-year/snapshot';
import { snapshotPack } from '#application/adjustment-year/snapshot-pack';
import { openedYear } from '#application/adjustment-year/opened-year';
import type { FundProjectionRequest, SchemeRequest } from '#application/fund-projections/request';
import type { RunStore } from '#application/ports/run-store';
import { readRunInput } from '#application/runs/run-input';
import { storedDataAltered } from '#application/runs/stored-data-altered';
import { unknownRun } from '#application/runs/unknown-run';
import { decideWithin } from '#application/transaction/decide-within';
import { findFigure } from '#domain/adjustment-year/figure';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { packFromArtefact, type Hash } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';

/**
 * What the first year's figures were taken from, kept with the question: a year of adjustment as it was frozen, or a
 * stored run. Names are those of the register on that day, because a pack need not know a place's pools.
 */
export type ProjectionBase =
  | {
      readonly kind: 'year';
      readonly year: string;
      readonly version: number;
      readonly snapshotHash: string;
      readonly fund: Bilingual;
      readonly names: Readonly<Record<string, Bilingual>>;
    }
  | { readonly kind: 'run'; readonly run: string; readonly resultHash: string };

/** A base with all that a projection takes from it. */
export interface ProjectionStart {
  readonly base: ProjectionBase;
  readonly pack: Pack;
  readonly figures: AdjustmentRequest;
  /** Whose rows a projection from it is; null for everybody's. */
  readonly place: string | null;
}

/** What a base does not know, and is asked for: ages, drivers, the floor, each with where it comes from. */
export interface OutlookRequest extends Omit<FundProjectionRequest, 'schemes'> {
  readonly scheme: Omit<SchemeRequest, 'figures'>;
}

/** The request of a projection: what was asked for on the figures of a base. */
export function onFigures(
  { scheme, ...whole }: OutlookRequest,
  figures: AdjustmentRequest,
): FundProjectionRequest {
  return { ...whole, schemes: [{ ...scheme, figures }] };
}

/** Starts from the input of a stored run and the pack that it was reckoned by. */
export async function startFromRun(
  store: Pick<RunStore, 'findRun' | 'findArtefact'>,
  hash: Hash,
  id: string,
): Promise<Decision<ProjectionStart>> {
  const run = await store.findRun(id);
  if (run === undefined) return refuse(unknownRun(id));
  const { text } = present(await store.findArtefact(run.packHash), `the artefact of pack ${run.packHash}`);
  if (hash(text) !== run.packHash) return refuse(storedDataAltered(`pack_artefact ${run.packHash}`));
  return allow({
    base: { kind: 'run', run: run.id, resultHash: run.resultHash },
    pack: packFromArtefact(text, hash),
    figures: readRunInput(run.input).request,
    place: null,
  });
}

/**
 * Starts from the figures of a year of adjustment as they were last frozen, by the pack with what was adopted for it: the
 * first projected year is then the real one. While a correction gathers its figures, the version in force is the last one
 * frozen. Refused while nothing is frozen.
 */
export async function startFromYear(
  {
    adjustmentYearStore,
    placeStore,
    hash,
  }: Pick<YearServices, 'adjustmentYearStore' | 'placeStore' | 'hash'>,
  scope: Scope,
  id: string,
): Promise<Decision<ProjectionStart>> {
  const register = await placeStore.listPools(scope);
  return decideWithin(adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    const frozen = state.frozen ?? state.inForce?.frozen;
    if (frozen === undefined) return refuse(notFrozen(id));
    if (hash(frozen.content) !== frozen.contentHash)
      return refuse(storedDataAltered(`${id} ${frozen.sequence}`));
    const pack = await snapshotPack(office, hash, frozen, year);
    if (!pack.allowed) return pack;
    const snapshot = readSnapshot(frozen);
    const nameOf = (pool: string): Bilingual =>
      register.find((one) => one.id === pool)?.name ?? { zh: pool, en: pool };
    return allow({
      base: {
        kind: 'year',
        year: id,
        version: frozen.version,
        snapshotHash: frozen.contentHash,
        fund: nameOf(year.fund),
        names: Object.fromEntries(snapshot.pools.map((pool) => [pool, nameOf(pool)])),
      },
      pack: pack.value,
      figures: withCollections(snapshot),
      place: year.place,
    });
  });
}

/**
 * Adds the collections that the ledger holds to a policy's input that levies on those of the year before: the next year
 * levies on them as they are, and not on the earlier ones grown.
 */
function withCollections({ request, figures }: YearSnapshot): AdjustmentRequest {
  const pools = request.pools.map((pool) => {
    const held = findFigure(figures, pool.id, 'collections');
    return held === undefined || pool.priorCollections === undefined
      ? pool
      : { ...pool, collections: held.value };
  });
  return { ...request, pools };
}

function notFrozen(id: string): Refusal {
  return {
    code: 'stage_not_reached',
    at: id,
    what: { zh: '该年度的数据尚未锁定', en: 'the figures of the year are not frozen yet' },
    next: { zh: '请先锁定数据，再以其为起点测算', en: 'freeze them first, then project from them' },
  };
}
