import {
  projectFund,
  PROJECTION_VERSION,
  type FundProjectionOptions,
  type Progress,
} from '#application/fund-projections/project-fund';
import type { FundProjectionRequest } from '#application/fund-projections/request';
import type { FundProjectionView } from '#application/fund-projections/views';
import { artefactOf } from '#application/packs/pack-artefact';
import type {
  FundProjectionStore,
  FundProjectionSummary,
  StoredFundProjection,
} from '#application/ports/fund-projection-store';
import type { RunStore } from '#application/ports/run-store';
import type { ProjectionBase } from '#application/fund-projections/projection-base';
import { storedDataAltered } from '#application/runs/stored-data-altered';
import type { Scope } from '#domain/identity/account';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { present } from '#kernel/assert';
import { packFromArtefact, type Hash } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';

/** What kept projections need from outside. */
export interface FundProjectionServices {
  readonly runStore: Pick<RunStore, 'keepArtefact' | 'findArtefact'>;
  readonly fundProjectionStore: FundProjectionStore;
  readonly hash: Hash;
}

/** What was asked for, as it is kept and reckoned again. */
interface Asked extends Pick<FundProjectionOptions, 'scenario' | 'fan'> {
  readonly input: FundProjectionRequest;
  /** What the figures of the input were taken from; absent where they were given. */
  readonly base?: ProjectionBase | undefined;
}

export interface KeepProjection extends Asked {
  readonly pack: Pack;
  readonly name: string;
  readonly note: string;
  /** Of the fund whose row it is, where it starts from a year of adjustment. */
  readonly place?: string | null | undefined;
  /** The instant of the command, ISO 8601 in UTC: knowledge time. */
  readonly now: string;
}

/** A kept projection: as stored, with its question and its result read. */
export interface KeptProjection {
  readonly projection: FundProjectionSummary;
  readonly asked: Asked;
  readonly result: FundProjectionView;
}

/** Hex digits of an id: 80 bits, as a run's. */
const ID_LENGTH = 20;

/** Reckons a fund projection and keeps it with its pack, so that it can be shown and reckoned again. */
export async function keepProjection(
  { runStore, fundProjectionStore, hash }: FundProjectionServices,
  scope: Scope,
  { pack, name, note, place = null, now, ...rest }: KeepProjection,
  progress: Progress,
): Promise<Decision<KeptProjection>> {
  const { input, base, scenario, fan } = rest;
  const question: Asked = { input, base, scenario, fan };
  const view = await projectFund(pack, input, optionsOf(question), progress);
  if (!view.allowed) return view;
  const asked = writeAsked(question);
  const result = canonicalJson(view.value as unknown as CanonicalValue);
  const identity = { packHash: pack.hash, engineVersion: PROJECTION_VERSION, name, note, asked };
  await runStore.keepArtefact(artefactOf(pack));
  const kept = await fundProjectionStore.keepProjection(scope, {
    id: hash(canonicalJson({ command: 'project', ...identity })).slice(0, ID_LENGTH),
    packId: pack.raw.id,
    yearId: base?.kind === 'year' ? base.year : null,
    place,
    ...identity,
    result,
    resultHash: hash(result),
    recordedAt: now,
  });
  return allow(readKept(kept));
}

/** A kept projection as it was stored; nothing is reckoned again. */
export async function openProjection(
  services: FundProjectionServices,
  scope: Scope,
  id: string,
): Promise<Decision<KeptProjection>> {
  const stored = await findStored(services, scope, id);
  return stored.allowed ? allow(readKept(stored.value)) : stored;
}

/** The projection with its question and pack as they were stored; refused where either no longer has its hash. */
export async function openToReckon(
  services: FundProjectionServices,
  scope: Scope,
  id: string,
): Promise<Decision<{ readonly stored: StoredFundProjection; readonly asked: Asked; readonly pack: Pack }>> {
  const stored = await findStored(services, scope, id);
  if (!stored.allowed) return stored;
  const { packHash, asked } = stored.value;
  const artefact = present(
    await services.runStore.findArtefact(packHash),
    `the artefact of pack ${packHash}`,
  );
  if (services.hash(artefact.text) !== packHash)
    return refuse(storedDataAltered(`pack_artefact ${packHash}`));
  const pack = packFromArtefact(artefact.text, services.hash);
  return allow({ stored: stored.value, asked: JSON.parse(asked) as Asked, pack });
}

async function findStored(
  { fundProjectionStore, hash }: FundProjectionServices,
  scope: Scope,
  id: string,
): Promise<Decision<StoredFundProjection>> {
  const stored = await fundProjectionStore.findProjection(scope, id);
  if (stored === undefined) return refuse(unknownProjection(id));
  return hash(stored.result) === stored.resultHash
    ? allow(stored)
    : refuse(storedDataAltered(`projection ${id}`));
}

function readKept({ asked, result, place: _place, ...projection }: StoredFundProjection): KeptProjection {
  return {
    projection,
    asked: JSON.parse(asked) as Asked,
    result: JSON.parse(result) as FundProjectionView,
  };
}

/** How a question is reckoned, without explanation: names are those that its base was kept with. */
export function optionsOf({ base, scenario, fan }: Asked): FundProjectionOptions {
  return { scenario, fan, names: base?.kind === 'year' ? base.names : undefined, explain: false };
}

function writeAsked(asked: Asked): string {
  return canonicalJson(asked as unknown as CanonicalValue);
}

function unknownProjection(id: string): Refusal {
  return {
    code: 'unknown_fund_projection',
    at: id,
    what: { zh: `没有已存测算 ${id}`, en: `there is no kept projection ${id}` },
    next: { zh: '请从已存测算列表中选择', en: 'choose one from the list of kept projections' },
  };
}
