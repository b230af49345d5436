import { isOwnExpense, isOwnIncome } from '#domain/fund/own-flows';
import type { Turnover } from '#domain/statement/turnover';
import { addMonths, MONTHS_PER_YEAR, type Month } from '#kernel/month';

/** Income and expenditure of some months, cash basis, pooled fund, in fen. */
export interface Flow {
  readonly from: Month;
  readonly to: Month;
  readonly months: bigint;
  readonly incomeFen: bigint;
  readonly spentFen: bigint;
}

/** The course of a fund up to the end of a month. */
export interface FundCourse {
  /** Accumulated balance of the pooled fund at the month's end, of whatever origin, in fen. */
  readonly balanceFen: bigint;
  /** Debts of the pooled fund at the month's end to others than funds and governments, in fen (NAT-P.11). */
  readonly unpaidFen: bigint;
  /** Spending that fell due in the recent months, paid or not: what was paid and by how much the debts grew, in fen. */
  readonly fellDueFen: bigint;
  /** The last twelve months, or fewer where the books are younger. */
  readonly recent: Flow;
  /** The twelve months before them; undefined where the books do not reach back so far. */
  readonly before: Flow | undefined;
}

const YEAR = Number(MONTHS_PER_YEAR);

/**
 * Reckons the course of one pool, or of pools together, from turnovers through a month. Money moved between levels by
 * an adjustment fund is in the balance but is neither income nor expenditure of a pool (R-1); neither are closings and
 * balances taken over. A fund's own books count with its pools' (JH-4.7-a), so that the balance is the consolidated one.
 * @param firstMonth the first month that all the books have; not after `month`
 */
export function courseOf(rows: readonly Turnover[], firstMonth: Month, month: Month): FundCourse {
  const own = rows.filter((row) => row.book === 'cash' && row.fund === 'pooled');
  const debts = rows.filter(isDebt);
  const start = addMonths(month, 1 - YEAR);
  const recent = flowOf(own, start > firstMonth ? start : firstMonth, month);
  const startBefore = addMonths(start, -YEAR);
  return {
    balanceFen: net(own.filter(({ account }) => /^[345]/.test(account))),
    unpaidFen: net(debts),
    fellDueFen:
      recent.spentFen +
      net(debts.filter((row) => row.month >= recent.from && !row.isClosing && !row.isOpening)),
    recent,
    before: startBefore >= firstMonth ? flowOf(own, startBefore, addMonths(start, -1)) : undefined,
  };
}

/** Whether a turnover is of what the pooled fund owes to institutions, persons, employers or insurers. */
function isDebt({ book, fund, account, party }: Turnover): boolean {
  const isOfficial = party === 'government' || party?.startsWith('pool') === true;
  return book === 'obligation' && fund === 'pooled' && account === 'payable' && !isOfficial;
}

function flowOf(own: readonly Turnover[], from: Month, to: Month): Flow {
  const rows = own.filter(
    ({ month, isClosing, isOpening }) => month >= from && month <= to && !isClosing && !isOpening,
  );
  return {
    from,
    to,
    months: monthsBetween(from, to),
    incomeFen: net(rows.filter(isOwnIncome)),
    spentFen: -net(rows.filter(isOwnExpense)),
  };
}

function monthsBetween(from: Month, to: Month): bigint {
  const count = (month: Month): bigint =>
    BigInt(month.slice(0, 4)) * MONTHS_PER_YEAR + BigInt(month.slice(5));
  return count(to) - count(from) + 1n;
}

function net(rows: readonly Turnover[]): bigint {
  return rows.reduce((sum, { debit, credit }) => sum + credit - debit, 0n);
}
