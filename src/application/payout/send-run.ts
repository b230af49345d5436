import { chinaDateOf } from '#application/time/china-time';
import { askAdvanceBudget, whyNotAdvance } from '#application/payout/hold-advance';
import { collectWithin } from '#application/payout/payment-runs';
import { whyRunEnded } from '#application/payout/why-ended';
import { postAll, type Posting } from '#application/payout/post-all';
import type { PayoutServices } from '#application/payout/services';
import type { PaymentRun, PaymentRunLine, PayoutOffice } from '#application/ports/payout-store';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { bankFileText } from '#domain/payout/bank-file';
import { checkHeld } from '#domain/payout/check-plan';
import { eventAmounts, PURPOSES } from '#domain/payout/purpose';
import { flowRefusal } from '#domain/payout/refusals';
import { balanceOf } from '#domain/payout/sweep';
import { assert, present } from '#kernel/assert';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

/** The file for the bank, with its hash; null for a run that only sets off. */
export interface SentRun {
  readonly file: { readonly text: string; readonly hash: string } | null;
}

type Needs = Pick<PayoutServices, 'payoutStore' | 'hash' | 'budgetGate'>;

/**
 * Sends an approved run: posts an event for each line, keeps the file's hash and returns the file, in one transaction;
 * the database refuses it unless the ledger cleared exactly the run's total. Sending again returns the same file and
 * posts nothing.
 */
export async function sendRun(
  { payoutStore, hash, budgetGate }: Needs,
  scope: Scope,
  id: string,
  now: string,
): Promise<Decision<SentRun>> {
  const asked = await payoutStore.within(scope, (office) => office.findRun(id));
  const budget = asked === undefined ? undefined : await askAdvanceBudget({ budgetGate }, scope, asked);
  return decideWithin(payoutStore, scope, async (office) => {
    const found = await office.findRun(id);
    if (found === undefined) return refuse(flowRefusal('unknown_payment_run', id));
    await office.lock(found);
    // Looked up again: someone else may have sent it while this waited for the lock.
    const run = (await office.findRun(id)) ?? found;
    const lines = await office.listRunLines(id);
    if (run.sentAt !== null) return allow(await fileOf(office, run, lines, hash));
    const ended = whyRunEnded(run);
    if (ended !== undefined) return refuse(ended);
    if (run.decision !== 'approved') return refuse(flowRefusal('record_not_approved', id));
    const [first, ...others] = [
      ...(await whyNotSend(office, run, lines)),
      ...(await whyNotAdvance(office, run, lines, budget, run)),
    ];
    if (first !== undefined) return refuse(first, ...others);
    const posted = await postAll(
      office,
      run,
      lines.map((line) => postingOf(run, line, scope.userId, now)),
    );
    if (!posted.allowed) return posted;
    const sent = await fileOf(office, { ...run, fileHash: null }, lines, hash);
    await office.recordSending(id, sent.file?.hash ?? null, posted.value, scope.userId, now);
    return allow(sent);
  });
}

/** Opens the file of a sent run, unchanged. */
export async function openBankFile(
  { payoutStore, hash }: Pick<PayoutServices, 'payoutStore' | 'hash'>,
  scope: Scope,
  id: string,
): Promise<Decision<{ readonly text: string; readonly hash: string }>> {
  return payoutStore.within(scope, async (office) => {
    const run = await office.findRun(id);
    if (run === undefined) return refuse(flowRefusal('unknown_payment_run', id));
    if (run.sentAt === null) return refuse(flowRefusal('run_not_sent', id));
    const { file } = await fileOf(office, run, await office.listRunLines(id), hash);
    return file === null ? refuse(flowRefusal('no_bank_file', id)) : allow(file);
  });
}

/**
 * Explains why a run cannot be sent: less is owed by now, a payment to a payee's account was sent back, or the
 * expenditure account is short.
 */
async function whyNotSend(
  office: PayoutOffice,
  run: PaymentRun,
  lines: readonly PaymentRunLine[],
): Promise<readonly Refusal[]> {
  const wanted = lines.map(({ counterparty, pooled, account }) => ({ counterparty, pooled, account }));
  const again = await collectWithin(office, { ...run, lines: wanted }, run);
  if (!again.allowed) {
    const codes = again.refusals.map(({ code }) => code);
    return codes.some((code) => ['nothing_owed', 'above_what_is_owed'].includes(code))
      ? [flowRefusal('owed_less_meanwhile', run.id, 'NAT-P.11')]
      : again.refusals;
  }
  const payees = new Map(again.value.lines.map(({ counterparty, payee }) => [counterparty, payee]));
  const moved = lines.find(({ counterparty, payee }) => payees.get(counterparty) !== payee);
  if (moved !== undefined) return [flowRefusal('payee_changed_meanwhile', moved.counterparty)];
  if (!PURPOSES[run.purpose].isPaid) return [];
  const deposits = await office.listDeposits(run);
  const held = {
    pooled: balanceOf(deposits, '1004', 'pooled'),
    account: balanceOf(deposits, '1004', 'account'),
  };
  const needed = {
    pooled: lines.reduce((sum, { pooled }) => sum + pooled, 0n),
    account: lines.reduce((sum, { account }) => sum + account, 0n),
  };
  return checkHeld(needed, held, 'expenditure');
}

function postingOf(run: PaymentRun, line: PaymentRunLine, by: string, now: string): Posting {
  const { template, funds } = PURPOSES[run.purpose];
  const { pooled, account } = line;
  const today = chinaDateOf(now);
  return {
    key: `payment_run ${run.id} ${line.line}`,
    template,
    pool: run.pool,
    insuranceType: run.insuranceType,
    counterparty: line.counterparty,
    ...(run.category === null ? {} : { category: run.category }),
    amounts: eventAmounts(funds, run.insuranceType, { pooled, account }),
    // A run is not sent before its day (`postAll`), and what is sent later is paid later.
    effectiveOn: run.paysOn > today ? run.paysOn : today,
    now,
    actor: by,
  };
}

/** Writes the file again from the rows; asserts that its hash is the one kept. */
async function fileOf(
  office: PayoutOffice,
  run: PaymentRun,
  lines: readonly PaymentRunLine[],
  hash: (text: string) => string,
): Promise<SentRun> {
  if (run.payer === null) return { file: null };
  const payer = present(await office.findBankAccount(run.payer), 'the account that pays');
  const text = bankFileText(
    { run: run.id, payer: payer.number, paysOn: run.paysOn },
    lines.map((line) => ({
      line: line.line,
      counterparty: line.counterparty,
      pooled: line.pooled,
      account: line.account,
      holder: present(line.holder, 'the holder of the account that is paid to'),
      bank: present(line.bank, 'its bank'),
      number: present(line.number, 'its number'),
    })),
    hash,
  );
  const file = { text, hash: hash(text) };
  assert(run.fileHash === null || run.fileHash === file.hash, 'a file made again is the one that was sent');
  return { file };
}
