import { assessPool, type AssessedItem } from '#application/adjustment-year/assess-pool';
import { checkAdoption } from '#application/adjustment-year/adopted-pack';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { decidingPlaces, reaches } from '#application/adjustment-year/deciding-place';
import { packToShow } from '#application/adjustment-year/year-pack';
import { chinaDateOf } from '#application/time/china-time';
import { postEvent } from '#application/fund/post-events';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import { decideWithin } from '#application/transaction/decide-within';
import { neededFields, optionalFields } from '#domain/adjustment/check-facts';
import type { PoolField } from '#domain/adjustment/facts';
import { planAdjustment } from '#domain/adjustment/plan';
import {
  checkMatter,
  decideMatter,
  type AskedMatter,
  type Matter,
  type MatterContent,
  type MatterKind,
} from '#domain/adjustment-year/matter';
import { findFigure } from '#domain/adjustment-year/figure';
import { ledgerFigures } from '#domain/adjustment-year/ledger-figures';
import { memberNotWanted } from '#domain/adjustment-year/refusals';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { fenOf, ZERO_FEN } from '#kernel/fen';
import type { Pack } from '#rules/pack/pack';

/** A matter as requested. For an assessment only the scores are given; items and totals are computed. */
export interface RequestedMatter extends Omit<AskedMatter, 'content'> {
  readonly content: Omit<MatterContent, 'assessed'> & { readonly scores?: readonly AssessedItem[] };
}

/** Requests a matter of a year; it counts once another person has granted it. */
export async function requestMatter(
  services: YearServices,
  scope: Scope,
  matter: RequestedMatter,
  now: string,
): Promise<Decision<{ readonly id: string }>> {
  const { document, documentHash, kind, pool, insuranceType, year, content, packId } = matter;
  if (document.trim() === '' || !/^[0-9a-f]{64}$/.test(documentHash))
    return refuse(refusals.documentMissing());
  const found = await services.placeStore.findPool(scope, pool);
  const wantedKind = kind === 'adoption' ? 'fund' : 'pool';
  const isOfPlace = kind === 'assessment' || found?.place === matter.place;
  if (found?.kind !== wantedKind || !isOfPlace) return refuse(refusals.unknownPool(pool));
  const pack = await packToShow(services, packId, now);
  if (!pack.allowed) return pack;
  const taken = isTaken(pack.value, kind);
  if (!taken.allowed) return taken;
  if (kind === 'adoption' && content.value !== undefined) {
    const adoption = { value: content.value, figure: content.figure ?? null };
    const checked = checkAdoption(pack.value, adoption, year, insuranceType);
    if (!checked.allowed) return checked;
  }
  const whole = await withAssessed(services, scope, matter, now);
  if (!whole.allowed) return whole;
  return decideWithin(services.adjustmentYearStore, scope, async (office) => {
    const others = await office.listMatters({ pools: [pool], insuranceType });
    const decision = checkMatter(whole.value, others);
    if (!decision.allowed) return decision;
    const held = kind === 'handover' ? await openingOf(office, whole.value) : undefined;
    if (held !== undefined && held !== content.amount && matter.note.trim() === '')
      return refuse(refusals.handoverDiffers(held));
    return allow({ id: await office.requestMatter(whole.value, scope.userId, now) });
  });
}

/**
 * Reads a pool's balance at the start of the year, in yuan: all of it is handed over (JH-4.7-f), or the matter gives
 * the reason. Undefined where no books cover that time.
 */
async function openingOf(
  office: YearOffice,
  { pool, insuranceType, year }: AskedMatter,
): Promise<string | undefined> {
  const reading = await office.readLedger([pool], { pool, insuranceType, year });
  const figures = ledgerFigures({ fund: '', pools: [pool], year, takesBonds: false }, reading, []);
  return findFigure(figures, pool, 'openingBalance')?.value;
}

/** Fields by which a kind of matter enters the pipeline; kinds not listed enter every pipeline. */
const FIELDS: Partial<Readonly<Record<MatterKind, readonly PoolField[]>>> = {
  emergency: ['emergency'],
  handover: ['auditedPriorGap', 'legacyBalance'],
};

/** Refuses a matter that the policy's pipeline does not use: it would be granted without effect. */
function isTaken(pack: Pack, kind: MatterKind): Decision<null> {
  const fields = FIELDS[kind];
  if (fields === undefined) return allow(null);
  const plan = planAdjustment(pack);
  if (!plan.allowed) return plan;
  const taken = [...neededFields(plan.value, { replaced: {} }), ...optionalFields(plan.value)];
  return fields.some((field) => taken.includes(field))
    ? allow(null)
    : refuse(refusals.matterNotTaken(kind, plan.value.cite));
}

async function withAssessed(
  services: YearServices,
  scope: Scope,
  { content: { scores, ...content }, ...asked }: RequestedMatter,
  now: string,
): Promise<Decision<AskedMatter>> {
  if (scores === undefined) return allow({ ...asked, content });
  if (asked.kind !== 'assessment') return refuse(memberNotWanted('scores', asked.kind));
  const assessed = await assessPool(services, scope, asked, scores, now);
  return assessed.allowed ? allow({ ...asked, content: { ...content, assessed: assessed.value } }) : assessed;
}

/**
 * Grants or refuses another person's request, at the place of the fund. A granted handover marks the county's balance
 * from before pooling as its own in the books; that county's gaps use it first from then on (JH-4.7-e).
 */
export async function decideOnMatter(
  services: YearServices,
  scope: Scope,
  id: string,
  wanted: {
    readonly decision: 'granted' | 'refused';
    readonly granted?: string | undefined;
    readonly note: string;
  },
  now: string,
): Promise<Decision<null>> {
  const found = await services.adjustmentYearStore.within(scope, (office) => office.findMatter(id));
  if (found === undefined) return refuse(refusals.unknownMatter(id));
  const decidingPlace = (await decidingPlaces(services.placeStore, scope))(found);
  if (!reaches(scope, decidingPlace)) return refuse(refusals.decidedAbove(decidingPlace));
  const pack = await packToShow(services, found.packId, now);
  if (!pack.allowed) return pack;
  return decideWithin(services.adjustmentYearStore, scope, async (office) => {
    const matter = (await office.findMatter(id)) ?? found;
    const decision = decideMatter(matter, scope.userId, wanted);
    if (!decision.allowed) return decision;
    const event =
      wanted.decision === 'granted' && matter.kind === 'handover'
        ? await markHandover(pack.value, office, matter, { by: scope.userId, now })
        : allow(null);
    if (!event.allowed) return event;
    const decided = { ...decision.value, decision: wanted.decision, note: wanted.note, event: event.value };
    return (await office.decideMatter(matter, decided, scope.userId, now))
      ? allow(null)
      : refuse(refusals.decidedMeanwhile(id));
  });
}

async function markHandover(
  pack: Pack,
  office: YearOffice,
  { id, pool, insuranceType, content, document, documentHash }: Matter,
  { by, now }: { readonly by: string; readonly now: string },
): Promise<Decision<bigint | null>> {
  const amount = fenOf(present(content.amount, 'the balance that is handed over'));
  if (amount === ZERO_FEN) return allow(null);
  const { raw, hash, artefact } = pack;
  await office.ledger.registerJournal({ hash, packId: raw.id, text: artefact });
  const outcome = await postEvent(office.ledger, {
    key: `adjustment-matter ${id}`,
    packHash: hash,
    template: 'pre_pooling_marked',
    pool,
    insuranceType,
    amounts: { pooled: amount },
    effectiveOn: chinaDateOf(now),
    now,
    actor: by,
    clauses: legacyClauses(pack),
    note: `${document} sha256 ${documentHash}`,
  });
  return outcome.allowed ? allow(outcome.value.number) : outcome;
}

/** Lists the clauses of the step by which balances from before pooling bear a pool's gaps. */
function legacyClauses({ raw }: Pack): readonly string[] {
  const steps = raw.adjustment?.steps ?? [];
  const bearing = steps.filter(
    (step) =>
      step.mechanism === 'full_pooling' ||
      Object.values(step.with ?? {}).some((value) => value.includes('legacy_balance')),
  );
  return [...new Set(bearing.flatMap(({ cite }) => cite))];
}
