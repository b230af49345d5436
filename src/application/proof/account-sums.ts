import type { EntryRow, TotalRow } from '#application/ports/ledger-rows';

/** Amounts with fewer digits are exact as numbers, and so is the sum of that many below this bound. */
const EXACT_DIGITS = 14;
const EXACT_BOUND = 2 ** 52;

/** The sum of one account's entries in one month, in fen. */
export interface AccountSum {
  readonly debit: bigint;
  readonly credit: bigint;
}

/** Sums of entries by account, pool, month and kind of money. */
export interface AccountSums {
  add(entry: EntryRow): void;
  /** Removes and returns the sums of a total; zero where there are none. */
  take(total: TotalRow): AccountSum;
  /** Lists the sums not yet taken, each with its name. */
  rest(): Iterable<AccountSum & { readonly name: string }>;
}

interface Row extends Pick<EntryRow, 'insuranceType' | 'book' | 'fund' | 'source'> {
  readonly debit: RunningSum;
  readonly credit: RunningSum;
}

/** By account, pool and month; what is left to tell apart there are few rows. */
type Tree = Map<string, Map<string, Map<string, Row[]>>>;

export function createAccountSums(): AccountSums {
  const tree: Tree = new Map();
  return {
    add: (entry) => {
      const row = rowFor(tree, entry);
      if (entry.debit !== '0') row.debit.add(entry.debit);
      if (entry.credit !== '0') row.credit.add(entry.credit);
    },
    take: (total) => {
      const rows = tree.get(total.account)?.get(total.pool)?.get(total.postingMonth) ?? [];
      const at = rows.findIndex((row) => isSameMoney(row, total));
      const [row] = at === -1 ? [] : rows.splice(at, 1);
      return { debit: row?.debit.sum() ?? 0n, credit: row?.credit.sum() ?? 0n };
    },
    rest: () => restOf(tree),
  };
}

function rowFor(tree: Tree, entry: EntryRow): Row {
  const { account, pool, postingMonth, insuranceType, book, fund, source } = entry;
  const rows = rowsFor(tree, account, pool, postingMonth);
  for (const row of rows) if (isSameMoney(row, entry)) return row;
  const row = { insuranceType, book, fund, source, debit: createRunningSum(), credit: createRunningSum() };
  rows.push(row);
  return row;
}

function rowsFor(tree: Tree, account: string, pool: string, month: string): Row[] {
  let ofAccount = tree.get(account);
  if (ofAccount === undefined) tree.set(account, (ofAccount = new Map<string, Map<string, Row[]>>()));
  let ofPool = ofAccount.get(pool);
  if (ofPool === undefined) ofAccount.set(pool, (ofPool = new Map<string, Row[]>()));
  let rows = ofPool.get(month);
  if (rows === undefined) ofPool.set(month, (rows = []));
  return rows;
}

function isSameMoney(row: Row, of: EntryRow | TotalRow): boolean {
  return (
    row.source === of.source &&
    row.fund === of.fund &&
    row.book === of.book &&
    row.insuranceType === of.insuranceType
  );
}

function* restOf(tree: Tree): Generator<AccountSum & { readonly name: string }> {
  for (const [account, ofAccount] of tree) {
    for (const [pool, ofPool] of ofAccount) {
      for (const [month, rows] of ofPool) {
        for (const { insuranceType, book, fund, source, debit, credit } of rows) {
          const name = [account, month, insuranceType, book, fund, source, pool].join(' ');
          yield { name, debit: debit.sum(), credit: credit.sum() };
        }
      }
    }
  }
}

interface RunningSum {
  readonly add: (amount: string) => void;
  readonly sum: () => bigint;
}

/** Adds whole numbers exactly: as numbers as long as those are exact, carried over into a bigint before they are not. */
function createRunningSum(): RunningSum {
  let carried = 0n;
  let running = 0;
  return {
    add: (amount) => {
      const value = Number(amount);
      // What is no whole number ends the reading here, as a bigint refuses it.
      if (amount.length > EXACT_DIGITS || !Number.isInteger(value)) {
        carried += BigInt(amount);
        return;
      }
      running += value;
      if (running < EXACT_BOUND && running > -EXACT_BOUND) return;
      carried += BigInt(running);
      running = 0;
    },
    sum: () => carried + BigInt(running),
  };
}
