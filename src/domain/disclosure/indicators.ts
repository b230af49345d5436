import { rational, type Rational } from '#kernel/rational';
import { MONTHS_PER_YEAR } from '#kernel/month';
import { subtract } from '#domain/disclosure/interval';
import type { ItemName } from '#domain/disclosure/items';
import { findWholeYear } from '#domain/disclosure/period';
import { holdsPersonalAccounts } from '#domain/disclosure/scheme';
import type { Statement } from '#domain/disclosure/statement';

export type IndicatorId =
  'months_payable' | 'current_gap' | 'current_surplus' | 'current_balance_rate' | 'cumulative_balance_rate';

/**
 * `pooled_fund`: personal accounts are not in the figures, as R-1 asks. `with_accounts`: the page prints only
 * the whole employees' fund, so accounts are in them, and the figure says more than the pool has.
 */
export type IndicatorBasis = 'pooled_fund' | 'with_accounts';

/** A figure reckoned from printed ones, exact; amounts in fen, months in months, rates as proportions. */
export interface Indicator {
  readonly id: IndicatorId;
  readonly unit: 'fen' | 'months' | 'rate';
  readonly value: Rational;
  readonly basis: IndicatorBasis;
  /** The printed lines it was reckoned from, those taken off with a minus. */
  readonly from: readonly string[];
  readonly reading?: 'R-2' | 'R-4';
}

/** A sum of printed lines: what it comes to, and which they were. */
interface Amount {
  readonly value: Rational;
  readonly from: readonly string[];
}

/**
 * Months payable, gap or surplus of the period before adjustment flows, and the two balance rates,
 * as far as the page prints what they need. Months and the accumulated rate need a whole year. Employees are
 * reckoned on the pool where its figures are printed, else on the whole fund, and the basis says which.
 */
export function indicatorsOf(statement: Statement): readonly Indicator[] {
  return [months(statement), gap(statement), currentRate(statement), cumulativeRate(statement)].flatMap(
    (indicator) => indicator ?? [],
  );
}

function months(statement: Statement): Indicator | undefined {
  if (findWholeYear(statement.period) === undefined) return undefined;
  const pool = pair(printed(statement, 'pool_cumulative'), printed(statement, 'pool_expenditure'));
  const whole = pair(balanceAtEnd(statement), withoutFlow(statement, 'expenditure', 'remit_up'));
  const chosen = choose(statement, pool, whole);
  if (chosen === undefined || chosen.divisor.value.numerator <= 0n) return undefined;
  const ratio = quotient(chosen, MONTHS_PER_YEAR);
  return { id: 'months_payable', unit: 'months', ...ratio, basis: chosen.basis, reading: 'R-2' };
}

function gap(statement: Statement): Indicator | undefined {
  const pool = pair(printed(statement, 'pool_income'), printed(statement, 'pool_expenditure'));
  const whole = pair(
    withoutFlow(statement, 'income', 'superior_subsidy_income'),
    withoutFlow(statement, 'expenditure', 'remit_up'),
  );
  const chosen = choose(statement, pool, whole);
  if (chosen === undefined || chosen.divisor.value.numerator < 0n) return undefined;
  const surplus = subtract(chosen.dividend.value, chosen.divisor.value);
  const isGap = surplus.numerator < 0n;
  return {
    id: isGap ? 'current_gap' : 'current_surplus',
    unit: 'fen',
    value: isGap ? subtract(rational(0n), surplus) : surplus,
    basis: chosen.basis,
    from: [...chosen.dividend.from, ...chosen.divisor.from],
    reading: 'R-4',
  };
}

/** 当期结余率: what is left of the period's income. */
function currentRate(statement: Statement): Indicator | undefined {
  const pool = pair(
    printed(statement, 'pool_current') ?? less(statement, 'pool_income', 'pool_expenditure'),
    printed(statement, 'pool_income'),
  );
  const whole = pair(
    printed(statement, 'current_balance') ?? less(statement, 'income', 'expenditure'),
    printed(statement, 'income'),
  );
  return rateOf('current_balance_rate', choose(statement, pool, whole));
}

/** 累计结余率: the balance at the end of a year as a multiple of that year's income. */
function cumulativeRate(statement: Statement): Indicator | undefined {
  if (findWholeYear(statement.period) === undefined) return undefined;
  const pool = pair(printed(statement, 'pool_cumulative'), printed(statement, 'pool_income'));
  const whole = pair(balanceAtEnd(statement), printed(statement, 'income'));
  return rateOf('cumulative_balance_rate', choose(statement, pool, whole));
}

function rateOf(id: IndicatorId, chosen: Chosen | undefined): Indicator | undefined {
  if (chosen === undefined || chosen.divisor.value.numerator <= 0n) return undefined;
  return { id, unit: 'rate', ...quotient(chosen, 1n), basis: chosen.basis };
}

interface Pair {
  readonly dividend: Amount;
  readonly divisor: Amount;
}

interface Chosen extends Pair {
  readonly basis: IndicatorBasis;
}

function pair(dividend: Amount | undefined, divisor: Amount | undefined): Pair | undefined {
  return dividend === undefined || divisor === undefined ? undefined : { dividend, divisor };
}

/** The pool's figures where a fund holds personal accounts and prints them; otherwise the whole fund's. */
function choose({ scheme }: Statement, pool?: Pair, whole?: Pair): Chosen | undefined {
  const withAccounts = holdsPersonalAccounts(scheme);
  if (withAccounts && pool !== undefined) return { ...pool, basis: 'pooled_fund' };
  return whole === undefined
    ? undefined
    : { ...whole, basis: withAccounts ? 'with_accounts' : 'pooled_fund' };
}

function quotient({ dividend, divisor }: Pair, times: bigint): Pick<Indicator, 'value' | 'from'> {
  const [a, b] = [dividend.value, divisor.value];
  return {
    value: rational(times * a.numerator * b.denominator, a.denominator * b.numerator),
    from: [...dividend.from, ...divisor.from],
  };
}

function printed({ figures }: Statement, item: ItemName): Amount | undefined {
  const figure = figures.get(item);
  return figure === undefined ? undefined : { value: figure.value, from: [item] };
}

function less(statement: Statement, item: ItemName, off: ItemName): Amount | undefined {
  const [whole, part] = [printed(statement, item), printed(statement, off)];
  if (whole === undefined || part === undefined) return undefined;
  return { value: subtract(whole.value, part.value), from: [item, `-${off}`] };
}

/** A total without what was paid to or had from the level above, where that is printed. */
function withoutFlow(statement: Statement, item: ItemName, flow: ItemName): Amount | undefined {
  return less(statement, item, flow) ?? printed(statement, item);
}

function balanceAtEnd(statement: Statement): Amount | undefined {
  return printed(statement, 'closing_balance') ?? printed(statement, 'cumulative_balance');
}
