import { openJournalFor } from '#application/fund/register-journal';
import type { FundServices } from '#application/fund/services';
import { getPool } from '#application/place/get-pool';
import type { Scope } from '#domain/identity/account';
import * as refusals from '#domain/fund/event-refusals';
import type { InsuranceType } from '#domain/fund/ledger-command';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { allow, refuse, type Decision } from '#kernel/decision';
import { parseYuan } from '#kernel/fen';

export interface WantedApproval {
  readonly pack: string;
  readonly template: string;
  readonly pool: string;
  readonly insuranceType: InsuranceType;
  /** The most that may be used, in yuan. */
  readonly amount: string;
  readonly cause: string;
  readonly reason: string;
}

/** Asks for a restricted use (SC-2.2-d, SC-2.2-g), which a second person decides before an event can cite it. */
export async function requestApproval(
  services: FundServices,
  scope: Scope,
  wanted: WantedApproval,
  now: string,
): Promise<Decision<{ readonly number: bigint }>> {
  const { template: id, pool: poolId, insuranceType, amount: text, cause, reason } = wanted;
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
  const books = await services.ledgerReader.listBooks(scope);
  if (!books.some((one) => one.pool === poolId && one.insuranceType === insuranceType))
    return refuse(postingRefusal('books_not_opened', `${poolId} ${insuranceType}`));
  const request = { template: id, pool: poolId, insuranceType, amount, cause, reason };
  const number = await services.ledgerStore.within(scope).requestApproval(request, { by: scope.userId, now });
  return allow({ number });
}

function touchesRestricted({ moves }: { readonly moves: readonly { readonly source?: string }[] }): boolean {
  return moves.some(({ source }) => source === 'pre_pooling' || source === 'risk_reserve');
}

/** Approves or rejects what another person asked for; the database holds to the second person whoever calls. */
export async function decideApproval(
  services: Pick<FundServices, 'ledgerStore' | 'ledgerReader'>,
  scope: Scope,
  number: bigint,
  decision: 'approved' | 'rejected',
  now: string,
): Promise<Decision<null>> {
  const found = await services.ledgerReader.findApproval(scope, number);
  if (found === undefined) return refuse(refusals.unknownApproval(number.toString()));
  const ledger = services.ledgerStore.within(scope);
  const code = await ledger.decideApproval(number, decision, { by: scope.userId, now });
  return code === undefined ? allow(null) : refuse(postingRefusal(code, number.toString()));
}
