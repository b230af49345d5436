import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { NATIONAL_PACK } from '#application/packs/national-pack';
import { findSubject, type FoundSubject } from '#application/statement/find-subject';
import type { StatementAsked, StatementServices } from '#application/statement/services';
import type { DrawnStatement } from '#application/statement/statement-content';
import type { Scope } from '#domain/identity/account';
import { checkBooks, checkDrawnForm } from '#domain/statement/check-drawn';
import { drawForm } from '#domain/statement/draw-form';
import { formsFor, planStatements, type StatementPlan } from '#domain/statement/plan-forms';
import { monthsOf } from '#domain/statement/spans';
import { allow, type Decision } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/** A statement drawn from the present books, with the pack whose forms it follows. */
export interface Drawing {
  readonly found: FoundSubject;
  readonly pack: Pack;
  readonly drawn: DrawnStatement;
}

/** The data that a drawing needs before it reads any entry. */
export interface PreparedDrawing {
  readonly found: FoundSubject;
  readonly pack: Pack;
  readonly plan: StatementPlan;
  /** Number of the last event at present. */
  readonly head: bigint;
}

/** Finds the forms, subject and ledger head of a requested statement. */
export async function prepareDrawing(
  services: StatementServices,
  scope: Scope,
  asked: StatementAsked,
): Promise<Decision<PreparedDrawing>> {
  const pack = await loadPackWithParents(services, asked.pack ?? NATIONAL_PACK);
  if (!pack.allowed) return pack;
  const plan = planStatements(pack.value);
  if (!plan.allowed) return plan;
  const found = await findSubject(services, scope, asked);
  if (!found.allowed) return found;
  const head = await services.statementStore.readHead(scope);
  return allow({ found: found.value, pack: pack.value, plan: plan.value, head });
}

/**
 * Draws the statements of a pool, a fund, or a fund with its pools, for a month or a year, from the ledger as it is now
 * (NAT-28.2, NAT-28.5, NAT-28.10). An open period is drawn as far as it has come; only a closed one can be kept.
 */
export async function drawStatement(
  services: StatementServices,
  scope: Scope,
  asked: StatementAsked,
): Promise<Decision<Drawing>> {
  const prepared = await prepareDrawing(services, scope, asked);
  if (!prepared.allowed) return prepared;
  const { found, pack, plan, head } = prepared.value;
  return allow({ found, pack, drawn: await drawAsOf(services, scope, plan, found, head) });
}

/** Draws from entries up to an event; the same head and forms give the same statement. */
export async function drawAsOf(
  { statementStore }: StatementServices,
  scope: Scope,
  plan: StatementPlan,
  { subject, period, withoutBooks }: Pick<FoundSubject, 'subject' | 'period' | 'withoutBooks'>,
  head: bigint,
): Promise<DrawnStatement> {
  const rows = await statementStore.listTurnovers(scope, {
    pools: subject.members.map(({ id }) => id),
    insuranceType: subject.insuranceType,
    through: monthsOf(period).to,
    head,
  });
  const forms = formsFor(plan, subject.kind).map((form) => drawForm(form, subject, period, rows));
  const checks = [...forms.flatMap(checkDrawnForm), ...checkBooks(subject, period, plan.accounts, rows)];
  return { subject, period, withoutBooks, head, packHash: plan.packHash, forms, checks };
}
