import { openJournalFor } from '#application/fund/register-journal';
import type { FundServices } from '#application/fund/services';
import { chinaDateOf } from '#application/time/china-time';
import { getPool } from '#application/place/get-pool';
import type { ApprovalRequest } from '#application/ports/ledger-store';
import type { Scope } from '#domain/identity/account';
import * as refusals from '#domain/fund/event-refusals';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, parseYuan } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import { whyNotSilent } from '#kernel/reason-missing';
import type { RawTemplate } from '#rules/pack/raw-pack';

export interface WantedApproval {
  readonly pack: string;
  readonly template: string;
  readonly pool: string;
  readonly insuranceType: InsuranceType;
  /** Upper limit of the use, in yuan. */
  readonly amount: string;
  readonly cause: string;
  readonly reason: string;
  /** The year whose amounts are returned; given only for a template that returns amounts. */
  readonly year?: number | undefined;
}

/**
 * Requests a restricted use (SC-2.2-d, SC-2.2-g); a second person decides it before an event can cite it. A request to
 * return amounts of an earlier year names the year and is at most what is left of them (NAT-28.8).
 */
export async function requestApproval(
  services: FundServices,
  scope: Scope,
  wanted: WantedApproval,
  now: string,
): Promise<Decision<{ readonly number: bigint }>> {
  const { template: id, pool: poolId, insuranceType, amount: text, cause, reason, year } = wanted;
  const pool = await getPool(services, scope, poolId);
  if (!pool.allowed) return pool;
  const journal = await openJournalFor(services, wanted.pack, [pool.value.place]);
  if (!journal.allowed) return journal;
  const template = journal.value.templates.get(id);
  if (template === undefined) return refuse(refusals.unknownTemplate('template', id));
  const { causes = [] } = template;
  // What touches restricted money is reversed by approval too, for whatever cause of its template; so any other may be.
  if (template.approval === undefined && causes.length === 0 && !touchesRestricted(template))
    return refuse(refusals.approvalNeedless('template', id));
  if (causes.length > 0 && !causes.includes(cause))
    return refuse(refusals.causeNotAllowed('cause', cause, causes));
  const amount = parseYuan(text);
  if (typeof amount !== 'bigint' || amount <= 0n) return refuse(refusals.badAmount('amount', text));
  if ((await services.ledgerReader.findBooks(scope, { pool: poolId, insuranceType })) === undefined)
    return refuse(postingRefusal('books_not_opened', `${poolId} ${insuranceType}`));
  const request = { template: id, pool: poolId, insuranceType, amount, cause, reason, year };
  const against = await whyNotReturned(services, scope, request, template, now);
  if (against !== undefined) return refuse(against);
  const number = await services.ledgerStore.within(scope).requestApproval(request, { by: scope.userId, now });
  return allow({ number });
}

/** Refuses a return of an earlier year's amounts: the year is missing, superfluous or not over, or less is left. */
async function whyNotReturned(
  { ledgerReader }: FundServices,
  scope: Scope,
  { pool, insuranceType, amount, year }: ApprovalRequest,
  { id, cite: [clause], returns = [] }: RawTemplate,
  now: string,
): Promise<Refusal | undefined> {
  if (returns.length === 0) return year === undefined ? undefined : refusals.yearNotWanted('year', id);
  if (year === undefined) return refusals.yearMissing('year', id, clause);
  if (year >= Number(chinaDateOf(now).slice(0, 4))) return refusals.yearNotOver('year', year, clause);
  const left = await ledgerReader.sumReturnable(scope, { template: id, returns, pool, insuranceType, year });
  return amount > left ? refusals.aboveGiven('amount', year, fen(left), clause) : undefined;
}

function touchesRestricted({ moves }: { readonly moves: readonly { readonly source?: string }[] }): boolean {
  return moves.some(({ source }) => source === 'pre_pooling' || source === 'risk_reserve');
}

/**
 * Approves or rejects another person's request; a rejection gives a reason. The database enforces both, and that a
 * request that is part of a whole is decided with the whole.
 */
export async function decideApproval(
  services: Pick<FundServices, 'ledgerStore' | 'ledgerReader'>,
  scope: Scope,
  number: bigint,
  { decision, reason }: { readonly decision: 'approved' | 'rejected'; readonly reason: string },
  now: string,
): Promise<Decision<null>> {
  const found = await services.ledgerReader.findApproval(scope, number);
  if (found === undefined) return refuse(refusals.unknownApproval(number.toString()));
  const silent = whyNotSilent(decision === 'rejected' && found.partOf === null, reason);
  if (silent !== undefined) return refuse(silent);
  const ledger = services.ledgerStore.within(scope);
  const code = await ledger.decideApproval(number, decision, { by: scope.userId, now }, { reason });
  return code === undefined ? allow(null) : refuse(postingRefusal(code, number.toString()));
}
