/**
 * Insurance types whose totals hold personal accounts beside the pooled fund (统账结合). All others are pooled
 * funds whole.
 */
const WITH_ACCOUNTS: readonly string[] = ['职工', '合计'];

export function holdsPersonalAccounts(scheme: string): boolean {
  return WITH_ACCOUNTS.includes(scheme);
}
