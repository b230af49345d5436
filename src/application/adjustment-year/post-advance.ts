import * as refusals from '#application/adjustment-year/advance-refusals';
import { asFundSees } from '#application/adjustment-year/pool-shares';
import type { YearServices } from '#application/adjustment-year/services';
import { fundAt } from '#application/adjustment-year/year-pools';
import { whyNotBinding } from '#application/packs/check-binding';
import { postEvent } from '#application/fund/post-events';
import { artefactOf } from '#application/packs/pack-artefact';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import { chinaDateOf } from '#application/time/china-time';
import { fullPoolingStep } from '#application/adjustment-year/full-pooling-step';
import { planAdjustment } from '#domain/adjustment/plan';
import { isAdvance, type AskedMatter, type Matter } from '#domain/adjustment-year/matter';
import { movementCommand } from '#domain/adjustment-year/movement-command';
import { advanceLine } from '#domain/adjustment-year/year-line';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';
import { fenOf } from '#kernel/fen';
import type { Pack } from '#rules/pack/pack';

/**
 * Finds the fund of a remittance or funding within a year; undefined for other kinds of matters. Refused outside full
 * pooling, and outside the running year, because the year's settlement takes what was moved within it into account
 * (JH-4.7-a, JH-R1).
 */
export async function advanceFund(
  { placeStore }: Pick<YearServices, 'placeStore'>,
  scope: Scope,
  pack: Pack,
  {
    kind,
    pool,
    place,
    year,
    insuranceType,
  }: Pick<AskedMatter, 'kind' | 'pool' | 'place' | 'year' | 'insuranceType'>,
  now: string,
): Promise<Decision<string | undefined>> {
  if (!isAdvance(kind)) return allow(undefined);
  const plan = planAdjustment(pack);
  if (!plan.allowed) return plan;
  const fund = fundAt(await placeStore.listMemberships(asFundSees(scope)), pool, year);
  if (fund === undefined || fullPoolingStep(pack) === undefined)
    return refuse(refusals.notPooledWhole(kind, plan.value.cite));
  const firstYear = plan.value.firstYear.get(insuranceType);
  const cite = advanceCite(pack);
  if (firstYear === undefined || year < firstYear) return refuse(refusals.advanceTooEarly(firstYear, cite));
  const today = chinaDateOf(now);
  if (!today.startsWith(`${year}-`)) return refuse(refusals.advanceYearOver(year, today, cite));
  const unbound = whyNotBinding(pack, [place]);
  return unbound === undefined ? allow(fund) : refuse(unbound);
}

/**
 * Posts a granted remittance or funding as a payment of the line of the year that will settle it, and returns the number
 * of the event; null for a matter that moves no money so.
 * @param fund the fund of the pool, as found for the matter
 */
export async function postAdvance(
  pack: Pack,
  office: YearOffice,
  { id, kind, pool, insuranceType, granted, document, documentHash }: Matter,
  fund: string | undefined,
  { by, now }: { readonly by: string; readonly now: string },
): Promise<Decision<bigint | null>> {
  if (!isAdvance(kind) || fund === undefined || granted === null) return allow(null);
  await office.ledger.registerJournal(artefactOf(pack));
  const movement = {
    line: advanceLine(kind, pool),
    part: 'paid',
    amount: fenOf(granted),
    clauses: advanceCite(pack),
  } as const;
  const outcome = await postEvent(
    office.ledger,
    movementCommand(movement, {
      packHash: pack.hash,
      fund,
      insuranceType,
      effectiveOn: chinaDateOf(now),
      now,
      actor: by,
      key: `adjustment-matter ${id}`,
      note: `${document} sha256 ${documentHash}`,
      approvals: new Map(),
    }),
  );
  return outcome.allowed ? allow(outcome.value.number) : outcome;
}

/** Names the clause by which receipts go up and spending is paid down. */
function advanceCite(pack: Pack): readonly string[] {
  const step = fullPoolingStep(pack);
  const pooled = step?.with?.['pooled_cite'];
  return pooled === undefined ? (step?.cite ?? []) : [pooled].flat();
}
