import type { Bilingual } from '#kernel/bilingual';

/** A party with which the health-insurance agency compares its ledger (JH-4.7-b). */
export interface Party {
  readonly name: Bilingual;
  /**
   * The department that owns the lines: each department sees its own; health insurance, which keeps the books, sees
   * all.
   */
  readonly department: 'health_insurance' | 'finance' | 'tax';
  /** Statutory accounts of which the party issues statements. */
  readonly accounts: readonly string[];
  /** Whether the party reports only collected receipts and no balance. */
  readonly receiptsOnly: boolean;
}

/** The parties, with their department and accounts; migration 12 has the same table. */
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

/** The other side's standing on a reconciled month (JH-4.7-b, NAT-144.39-c). */
export const PARTY_STANDINGS = {
  paper: { zh: '以开户银行对账单为凭', en: "the bank's paper statement stands for it" },
  confirmed: { zh: '对方已确认', en: 'the other party confirmed' },
  awaited: { zh: '待对方确认', en: 'the other party has not confirmed yet' },
  absent: { zh: '对方未在平台确认', en: 'the other party did not confirm on the platform' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type PartyStanding = keyof typeof PARTY_STANDINGS;

/**
 * Decides whether the other side of a month has taken part, through a person of the department that issues the
 * statement. Health insurance keeps the books and is not the other side; for a bank, whose statements it imports, the
 * paper statement stands.
 * @param closing the last that was proposed; null while there is none
 * @param hasPeople whether somebody of the department could confirm at the place now
 */
export function partyStanding(
  party: PartyId,
  closing: { readonly decision: string | null; readonly confirmedBy: string | null } | null,
  hasPeople: boolean,
): PartyStanding {
  if (PARTIES[party].department === 'health_insurance') return 'paper';
  if (closing !== null && closing.decision !== 'rejected' && closing.confirmedBy !== null) return 'confirmed';
  return closing?.decision !== 'approved' && hasPeople ? 'awaited' : 'absent';
}

/** Whether the party issues statements of the account. */
export function givesStatementsOf(party: PartyId, account: string): boolean {
  const accounts: readonly string[] = PARTIES[party].accounts;
  return accounts.includes(account);
}
