import type { InsuranceType } from '#domain/fund/ledger-command';
import type { Department } from '#domain/identity/department';
import type { Fen } from '#kernel/fen';

/** Who may be examined: bodies with a code of their own, never a person. */
export const EXAMINED_KINDS = ['institution', 'employer', 'agency', 'government'] as const;

/** To whom a breach is referred on: the police, or the bodies of discipline. */
export const REFERRED_TO = ['police', 'discipline'] as const;

export interface NamedDocument {
  readonly document: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly documentHash: string;
}

/** A matter of supervision as it is opened, on one line of the place's policy (AH-1.4-e, SC-3.3-c). */
export interface AskedCase extends NamedDocument {
  /** Of the pool. */
  readonly place: string;
  readonly pool: string;
  readonly insuranceType: InsuranceType;
  /** The fund year whose money it is about. */
  readonly year: number;
  readonly packId: string;
  readonly line: string;
  /** Null where the policy names no stages. */
  readonly stage: string | null;
  readonly openedOn: string;
  /** Who takes part; the opener's department among them. */
  readonly departments: readonly Department[];
  /** The other place, of an off-site line. */
  readonly offSite: string | null;
  readonly examinedKind: (typeof EXAMINED_KINDS)[number];
  /** Code of the body in its own register. */
  readonly examinedCode: string;
  readonly note: string;
}

/** What was found: the breach, and what the fund is to have back. */
export interface AskedFinding {
  readonly what: string;
  /** Clause that was breached. */
  readonly clause: string;
  /** To be returned to the fund; nothing where the breach cost none. */
  readonly amount: Fen;
  readonly referral: (NamedDocument & { readonly to: (typeof REFERRED_TO)[number] }) | null;
}

/** Money that came back, by the event of the ledger that received it. */
export interface Return {
  readonly event: bigint;
  readonly amount: Fen;
}

/** What the pool's people report of a finding: what came back, and what nobody will return. */
export interface AskedReport extends NamedDocument {
  readonly returns: readonly Return[];
  /** Settled as loss, which the local treasury bears (SC-R5). */
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
  /** Of its returns those whose event was not reversed since; of a report that waits, all of them. */
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
