/**
 * An auditor's own book-keeping, written from the clauses and not from the journal templates: what each event does to
 * each account, debit positive. It shares nothing with the program.
 */
export interface ModelEvent {
  readonly kind: keyof typeof EFFECTS;
  readonly pool: string;
  readonly type: string;
  readonly fen: bigint;
}

/** `account` or `account@source`; a `>` before it means the adjustment fund's books. */
const EFFECTS = {
  premium_assessed: 'receivable+ arisen.premium-',
  premium_to_treasury: '1005+ 4001- cleared+ receivable-',
  treasury_swept: '1003+ 1005-',
  subsidy_due: 'receivable+ arisen.subsidy-',
  subsidy_received: '1003+ 4101- cleared+ receivable-',
  interest_credited: '1003+ 4201-',
  benefit_settled: 'arisen.benefit+ payable-',
  expenditure_account_funded: '1004+ 1003-',
  benefit_paid: '5001+ 1004- payable+ cleared-',
  payment_rejected: '1004+ 2001- cleared+ payable-',
  payment_repeated: '2001+ 1004- payable+ cleared-',
  institution_prepaid: '1101+ 1004- advance+ cleared-',
  prepayment_set_off: '5001+ 1101- payable+ advance-',
  recovery_of_same_year: '1003+ 5001- cleared+ receivable-',
  recovery_of_earlier_year: '1003+ 4501- cleared+ receivable-',
  levy_due: 'arisen.levy+ payable- >receivable@adjustment+ >arisen.levy@adjustment-',
  levy_paid:
    '5301+ 1003- payable+ cleared- >1003@adjustment+ >4402@adjustment- >cleared@adjustment+ >receivable@adjustment-',
  pre_pooling_marked: '3001+ 1003- 1003@pre_pooling+ 3001@pre_pooling-',
} as const;

export const MODEL_KINDS = Object.keys(EFFECTS) as readonly (keyof typeof EFFECTS)[];

/** Balances after events, by "pool type source account", debit positive; accounts at nil are left out. */
export function predictBalances(
  events: readonly { readonly event: ModelEvent; readonly isUndone: boolean }[],
  fund: string,
): ReadonlyMap<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const { event } of events.filter(({ isUndone }) => !isUndone)) {
    for (const effect of EFFECTS[event.kind].split(' ')) {
      const [, arrow = '', account = '', source = 'current', sign = ''] =
        /^(>?)([\w.]+)(?:@(\w+))?([+-])$/.exec(effect) ?? [];
      const key = [arrow === '>' ? fund : event.pool, event.type, source, account].join(' ');
      balances.set(key, (balances.get(key) ?? 0n) + (sign === '+' ? event.fen : -event.fen));
    }
  }
  return new Map([...balances].filter(([, balance]) => balance !== 0n));
}
