import type { FundAmounts, Payable, Purpose } from '#domain/payout/purpose';

/** A line of a run that is under way: its payment will take down what is owed once it is sent. */
export interface PendingLine extends FundAmounts {
  readonly purpose: Purpose;
  readonly counterparty: string;
}

/**
 * What may still be paid: what is owed less what runs under way will pay, so that nothing is paid twice. A set-off under
 * way takes down both the benefits owed and the advance; a prepayment under way is no debt.
 */
export function lessPending(
  payables: readonly Payable[],
  pending: readonly PendingLine[],
): readonly Payable[] {
  return payables.map((payable) => {
    const own = pending.filter(
      ({ counterparty, purpose }) =>
        counterparty === payable.counterparty && takesDown(purpose).includes(payable.purpose),
    );
    return {
      ...payable,
      pooled: own.reduce((left, { pooled }) => left - pooled, payable.pooled),
      account: own.reduce((left, { account }) => left - account, payable.account),
    };
  });
}

function takesDown(purpose: Purpose): readonly Payable['purpose'][] {
  if (purpose === 'set_off') return ['benefit', 'advance'];
  return purpose === 'prepayment' ? [] : [purpose];
}
