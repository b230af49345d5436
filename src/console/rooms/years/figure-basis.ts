import type { EventFilter } from '#console/api/ledger-queries.ts';

/** What of the ledger a figure of a year was added up from: which case of words, and which accounts and months. */
export interface FigureBasis {
  readonly kind:
    'turnover' | 'settled' | 'recovered' | 'balance' | 'source' | 'moved' | 'levyOpen' | 'subsidyOpen';
  readonly accounts: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly source?: 'pre_pooling' | 'risk_reserve';
  /** Year of the workflow that moved it. */
  readonly year?: string;
  /** The pool or fund to which a levy is owed. */
  readonly party?: string;
  /** An account that is taken off, with its months. */
  readonly less?: FigureBasis;
  /** An account that is added back, with its months. */
  readonly more?: FigureBasis;
}

const MONTH = String.raw`\d{4}-\d{2}`;
const TURNOVER = new RegExp(
  String.raw`^(?:(settled|recovered) )?(\d{4}(?: \d{4})*|attested) (${MONTH})\.\.(${MONTH})(?: ([−+]) (.+))?$`,
);
const BALANCE = new RegExp(String.raw`^3001 4 5 <= (${MONTH})(?: − (.+))?$`);
const SOURCE = /^(pre_pooling|risk_reserve) 3001$/;
const MOVED = /^5301, (\d{4})$/;
const SUBSIDY_OPEN = new RegExp(String.raw`^receivable government <= (${MONTH}) = \S+ \(due \S+\)$`);
const LEVY_OPEN = /^payable (pool:\S+) = \S+(?: \+ \d{4} \S+)?$/;

/** Reads the basis as the ledger's figures are written with it; undefined for any other text. */
export function readBasis(text: string): FigureBasis | undefined {
  const [, named, accounts, from, to, sign, rest] = TURNOVER.exec(text) ?? [];
  if (accounts !== undefined && from !== undefined && to !== undefined) {
    const kind = (named ?? 'turnover') as FigureBasis['kind'];
    const codes = accounts === 'attested' ? [] : accounts.split(' ');
    return { kind, accounts: codes, from, to, ...(sign === '+' ? moreOf(rest) : lessOf(rest)) };
  }
  const [, through, taken] = BALANCE.exec(text) ?? [];
  if (through !== undefined) return { kind: 'balance', accounts: ['3001'], to: through, ...lessOf(taken) };
  const [, source] = SOURCE.exec(text) ?? [];
  if (source === 'pre_pooling' || source === 'risk_reserve')
    return { kind: 'source', accounts: ['3001'], source };
  const [, year] = MOVED.exec(text) ?? [];
  if (year !== undefined)
    return { kind: 'moved', accounts: ['5301'], from: `${year}-01`, to: `${year}-12`, year };
  const [, end] = SUBSIDY_OPEN.exec(text) ?? [];
  if (end !== undefined) return { kind: 'subsidyOpen', accounts: ['receivable'], to: end };
  const [, party] = LEVY_OPEN.exec(text) ?? [];
  return party === undefined ? undefined : { kind: 'levyOpen', accounts: ['payable'], party };
}

function lessOf(text: string | undefined): Pick<FigureBasis, 'less'> {
  const less = text === undefined ? undefined : readBasis(text);
  return less === undefined ? {} : { less };
}

function moreOf(text: string | undefined): Pick<FigureBasis, 'more'> {
  const more = text === undefined ? undefined : readBasis(text);
  return more === undefined ? {} : { more };
}

/** The journal filtered as the figure was added up, account by account, for the books of one pool. */
export function journalFilters(
  { kind, accounts, from, to, source, party }: FigureBasis,
  books: Required<Pick<EventFilter, 'pool' | 'insuranceType'>>,
): readonly EventFilter[] {
  const book = kind === 'levyOpen' || kind === 'subsidyOpen' ? 'obligation' : 'cash';
  return accounts.map((account) => ({
    ...books,
    book,
    account,
    fund: 'pooled',
    ...(from === undefined ? {} : { fromMonth: from }),
    ...(to === undefined ? {} : { toMonth: to }),
    ...(source === undefined ? {} : { source }),
    ...(party === undefined ? {} : { counterparty: party }),
  }));
}

const BUDGET = /^income (\S+) \/ (\S+); expenditure (\S+) \/ (\S+) \(/;

/** Reads what was compared to see whether a budget was met: actual and budgeted sums in yuan, as they were written. */
export function readBudgetBasis(
  text: string,
): Readonly<Record<'income' | 'incomeBudget' | 'spending' | 'spendingBudget', string>> | undefined {
  const [, income, incomeBudget, spending, spendingBudget] = BUDGET.exec(text) ?? [];
  if (income === undefined || incomeBudget === undefined || spending === undefined) return undefined;
  return spendingBudget === undefined ? undefined : { income, incomeBudget, spending, spendingBudget };
}
