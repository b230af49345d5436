import * as refusals from '#application/adjustment-year/refusals';
import { postEvent } from '#application/fund/post-events';
import { artefactOf } from '#application/packs/pack-artefact';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import type { Signature } from '#application/ports/ledger-store';
import { chinaDateOf } from '#application/time/china-time';
import { fullPoolingStep } from '#application/adjustment-year/full-pooling-step';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import { checkHandover } from '#application/adjustment-year/check-handover';
import { findFigure } from '#domain/adjustment-year/figure';
import { handoverSpent } from '#domain/adjustment-year/handover-refusals';
import { ledgerFigures } from '#domain/adjustment-year/ledger-figures';
import type { AskedMatter, Matter } from '#domain/adjustment-year/matter';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, fenOf, positivePart, ZERO_FEN, type Fen } from '#kernel/fen';
import type { Pack } from '#rules/pack/pack';

/** What marks the balance from before pooling in the books; posted below zero it frees money again. */
const MARKED = 'pre_pooling_marked';

/**
 * Lists why a handover cannot be asked for: it is none of the time before pooling, or differs from the balance of the
 * books without a reason (JH-4.7-f: all of it is handed over). Empty for other matters.
 */
export async function handoverFaults(
  office: YearOffice,
  plan: AdjustmentPlan | undefined,
  asked: AskedMatter,
): Promise<readonly Refusal[]> {
  if (asked.kind !== 'handover' || plan === undefined) return [];
  const held = await openingOf(office, asked);
  const faults = checkHandover(plan, asked, held === undefined ? undefined : fenOf(held));
  if (faults.length > 0 || held === undefined || held === asked.content.amount) return faults;
  return asked.note.trim() === '' ? [refusals.handoverDiffers(held)] : [];
}

/** Reads a pool's balance at the start of the year, in yuan; undefined where no books cover that time. */
async function openingOf(
  office: YearOffice,
  { pool, insuranceType, year }: AskedMatter,
): Promise<string | undefined> {
  const reading = await office.readLedger([pool], { pool, insuranceType, year });
  const figures = ledgerFigures({ fund: '', pools: [pool], year, takesBonds: false }, reading, []);
  return findFigure(figures, pool, 'openingBalance')?.value;
}

/**
 * Requests, with a correction that lowers a handover, the freeing of what was marked too much: restricted money is freed
 * by two people (SC-2.2-g), here together with the matter. Returns the matter with the request's number.
 */
export async function withFreeing(
  office: YearOffice,
  asked: AskedMatter,
  others: readonly Matter[],
  signature: Signature,
): Promise<AskedMatter> {
  const { kind, corrects, pool, insuranceType, note } = asked;
  const corrected = others.find(({ id }) => id === corrects);
  if (kind !== 'handover' || corrects === null || corrected === undefined) return asked;
  const freed = positivePart(fen(handedOver(corrected) - handedOver(asked)));
  if (freed === ZERO_FEN) return asked;
  const number = await office.ledger.requestApproval(
    { template: MARKED, pool, insuranceType, amount: freed, cause: 'correction', reason: note },
    signature,
    wholeOf(corrects),
  );
  return { ...asked, content: { ...asked.content, approval: number.toString() } };
}

/** Decides the request to free money with the matter that it belongs to. */
export async function decideFreeing(
  office: YearOffice,
  { corrects, content: { approval } }: Matter,
  decision: 'granted' | 'refused',
  signature: Signature,
): Promise<Decision<null>> {
  if (approval === undefined || corrects === null) return allow(null);
  const outcome = decision === 'granted' ? 'approved' : 'rejected';
  const whole = wholeOf(corrects);
  const code = await office.ledger.decideApproval(BigInt(approval), outcome, signature, { whole });
  return code === undefined ? allow(null) : refuse(postingRefusal(code, approval));
}

const wholeOf = (corrects: string): `adjustment_matter ${string}` => `adjustment_matter ${corrects}`;

/**
 * Marks a granted handover in the books, of a correction the difference, which cites the event that it corrects. Returns
 * the event's number; null where there is nothing to post.
 */
export async function markHandover(
  pack: Pack,
  office: YearOffice,
  matter: Matter,
  { by, now }: Signature,
): Promise<Decision<bigint | null>> {
  const { id, pool, insuranceType, content, document, documentHash } = matter;
  const before = await correctedBy(office, matter);
  const amount = fen(handedOver(matter) - (before === undefined ? ZERO_FEN : handedOver(before.matter)));
  if (amount === ZERO_FEN) return allow(null);
  await office.ledger.registerJournal(artefactOf(pack));
  const outcome = await postEvent(office.ledger, {
    key: `adjustment-matter ${id}`,
    packHash: pack.hash,
    template: MARKED,
    pool,
    insuranceType,
    amounts: { pooled: amount },
    effectiveOn: chinaDateOf(now),
    now,
    actor: by,
    clauses: legacyClauses(pack),
    note: `${document} sha256 ${documentHash}`,
    ...(before?.event === undefined ? {} : { corrects: before.event }),
    ...(content.approval === undefined ? {} : { approval: BigInt(content.approval) }),
  });
  if (outcome.allowed) return allow(outcome.value.number);
  const isShort = outcome.refusals.some(({ code }) => code === 'special_account_short');
  return isShort ? refuse(await spent(office, matter, amount, legacyClauses(pack)[0])) : outcome;
}

/** Finds what a correction replaces, and the last event on the way back to the first handover. */
async function correctedBy(
  office: YearOffice,
  { corrects }: Matter,
): Promise<{ readonly matter: Matter; readonly event: bigint | undefined } | undefined> {
  if (corrects === null) return undefined;
  const matter = present(await office.findMatter(corrects), 'the matter that is corrected');
  if (matter.event !== null) return { matter, event: BigInt(matter.event) };
  return { matter, event: (await correctedBy(office, matter))?.event };
}

function handedOver({ content }: Pick<AskedMatter, 'content'>): Fen {
  return fenOf(present(content.amount, 'the balance that is handed over'));
}

/** Refuses with what the special account still holds of the money that would be marked or freed. */
async function spent(
  office: YearOffice,
  { pool, insuranceType }: Matter,
  amount: Fen,
  clause: string | undefined,
): Promise<Refusal> {
  const [kind, source] =
    amount > ZERO_FEN ? (['marked', 'current'] as const) : (['freed', 'pre_pooling'] as const);
  const balances = await office.ledger.listBalances({ pool, insuranceType });
  const held = balances
    .filter((one) => one.account === '1003' && one.fund === 'pooled' && one.source === source)
    .reduce((sum, { debit, credit }) => sum + debit - credit, 0n);
  return handoverSpent(fen(held), fen(amount < ZERO_FEN ? 0n - amount : amount), kind, clause);
}

/** Lists the clauses of the step by which balances from before pooling bear a pool's gaps. */
function legacyClauses(pack: Pack): readonly string[] {
  const pooling = fullPoolingStep(pack);
  const bearing = (pack.raw.adjustment?.steps ?? []).filter(
    (step) =>
      step === pooling || Object.values(step.with ?? {}).some((value) => value.includes('legacy_balance')),
  );
  return [...new Set(bearing.flatMap(({ cite }) => cite))];
}
