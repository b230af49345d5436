/** Accounts of levies and allocations, which an adjustment fund moves between the levels of one scheme. */
const MOVED_BETWEEN_LEVELS = ['4401', '4402', '5301', '5302'];

/** Whether an account is income that the pool raised itself: not allocated or remitted to it. */
export function isOwnIncome({ account }: { readonly account: string }): boolean {
  return account.startsWith('4') && !MOVED_BETWEEN_LEVELS.includes(account);
}

/** Whether an account is the pool's own spending: not remitted upward or allocated downward. */
export function isOwnExpense({ account }: { readonly account: string }): boolean {
  return account.startsWith('5') && !MOVED_BETWEEN_LEVELS.includes(account);
}
