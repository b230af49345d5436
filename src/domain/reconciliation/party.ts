import type { Bilingual } from '#kernel/bilingual';

/** Who the health-insurance agency compares its ledger with (JH-4.7-b). */
export interface Party {
  readonly name: Bilingual;
  /** Whose lines they are: each department sees what is its own, and health insurance, which keeps the books, all. */
  readonly department: 'health_insurance' | 'finance' | 'tax';
  /** The statutory accounts of which it gives statements. */
  readonly accounts: readonly string[];
  /** It tells receipts only, and no balance: what it levied. */
  readonly receiptsOnly: boolean;
}

/** In migration 12 the same: whose a party's lines are, and of which accounts it tells. */
export const PARTIES = {
  bank: {
    name: { zh: '开户银行', en: 'bank' },
    department: 'health_insurance',
    accounts: ['1002', '1004'],
    receiptsOnly: false,
  },
  finance: {
    name: { zh: '财政（专户）', en: 'finance (special account)' },
    department: 'finance',
    accounts: ['1003'],
    receiptsOnly: false,
  },
  treasury: {
    name: { zh: '国库', en: 'treasury' },
    department: 'finance',
    accounts: ['1005'],
    receiptsOnly: false,
  },
  tax: {
    name: { zh: '税务（征收）', en: 'tax (levied)' },
    department: 'tax',
    accounts: ['1005'],
    receiptsOnly: true,
  },
} as const satisfies Readonly<Record<string, Party>>;

export type PartyId = keyof typeof PARTIES;

/** Whether the party gives statements of the account. */
export function givesStatementsOf(party: PartyId, account: string): boolean {
  const accounts: readonly string[] = PARTIES[party].accounts;
  return accounts.includes(account);
}
