import type { Department } from '#domain/identity/department';
import type { Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';

/** The kinds of examined parties: bodies with a code of their own, never persons. */
export const EXAMINED_KINDS = ['institution', 'employer', 'agency', 'government'] as const;

/** The bodies to which a breach is referred: police, or discipline inspection. */
export const REFERRED_TO = ['police', 'discipline'] as const;

/** Stands for the other place of an off-site case outside of the pool's adjustment fund; what it recovers is not remitted. */
export const OUTSIDE_FUND = 'outside-of-fund';

export interface NamedDocument {
  readonly document: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly documentHash: string;
}

/** A case to open, by one method of the place's policy (AH-1.4-e, SC-3.3-c). */
export interface AskedCase extends NamedDocument {
  /** Place of the pool. */
  readonly place: string;
  readonly pool: string;
  readonly insuranceType: InsuranceType;
  /** The fund year whose money is examined. */
  readonly year: number;
  readonly packId: string;
  readonly line: string;
  /** Stage that the policy lists; null where it lists none. */
  readonly stage: string | null;
  readonly openedOn: string;
  /** Departments that take part, among them the opener's. */
  readonly departments: readonly Department[];
  /** The place of the other pool of an off-site case, or `OUTSIDE_FUND`; null for other methods. */
  readonly offSite: string | null;
  readonly examinedKind: (typeof EXAMINED_KINDS)[number];
  /** Code of the examined party in its own register. */
  readonly examinedCode: string;
  readonly note: string;
}

/** A finding: the breach, and the amount to be returned to the fund. */
export interface AskedFinding {
  readonly what: string;
  /** Clause that was breached. */
  readonly clause: string;
  /** Amount to be returned to the fund, in fen; zero where the breach cost nothing. */
  readonly amount: Fen;
  readonly referral: (NamedDocument & { readonly to: (typeof REFERRED_TO)[number] }) | null;
}

/** Returned money, with the ledger event that received it. */
export interface Return {
  readonly event: bigint;
  readonly amount: Fen;
}

/** A report on a finding: what was returned, and what is settled as a loss. */
export interface AskedReport extends NamedDocument {
  readonly returns: readonly Return[];
  /** Amount settled as a loss, in fen, which the local treasury bears (SC-R5). */
  readonly loss: Fen;
  readonly note: string;
}

export interface Report extends AskedReport {
  readonly number: bigint;
  readonly finding: bigint;
  readonly reportedBy: string;
  readonly reportedAt: string;
  readonly decision: 'confirmed' | 'refused' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
  /** Returns whose event has not been reversed since; all of them for a report that waits. */
  readonly standing: readonly Return[];
}

export interface Finding extends AskedFinding {
  readonly number: bigint;
  readonly case: bigint;
  readonly foundBy: string;
  readonly foundAt: string;
  readonly reports: readonly Report[];
}

export interface SupervisionCase extends AskedCase {
  readonly number: bigint;
  readonly openedBy: string;
  readonly openedAt: string;
  readonly findings: readonly Finding[];
  readonly closedBy: string | null;
  readonly closedAt: string | null;
}
