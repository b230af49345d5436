/** Levies and allocations: money that an adjustment fund moves between the levels of one and the same scheme. */
const MOVED_BETWEEN_LEVELS = ['4401', '4402', '5301', '5302'];

/** Income that a pool raised itself, not what was allocated or remitted to it. */
export function isOwnIncome({ account }: { readonly account: string }): boolean {
  return account.startsWith('4') && !MOVED_BETWEEN_LEVELS.includes(account);
}

/** What a pool spent itself, not what it remitted upward or allocated downward. */
export function isOwnExpense({ account }: { readonly account: string }): boolean {
  return account.startsWith('5') && !MOVED_BETWEEN_LEVELS.includes(account);
}
