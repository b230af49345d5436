import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Side } from '#domain/reconciliation/line';
import type { PartyId } from '#domain/reconciliation/party';
import type { InsuranceType } from '#kernel/insurance-type';
import type { PlainDate } from '#kernel/plain-date';

type Immutable<T> = { readonly [Key in keyof T]: ColumnType<T[Key], T[Key], never> };

type Numbered<T> = Immutable<T> & {
  readonly id: Generated<string>;
  readonly ordinal: GeneratedAlways<bigint>;
};

type Decided<T> = Immutable<
  T & { proposer: string; decision: 'approved' | 'rejected'; decidedBy: string; decidedAt: string }
>;

/** The tables of reconciliation that the application may read and add to. */
export interface ReconciliationTables {
  readonly reconciliationStatement: Numbered<{
    place: string;
    party: PartyId;
    pool: string;
    insuranceType: InsuranceType;
    account: string;
    month: PlainDate;
    opening: bigint;
    closing: bigint;
    lineCount: number;
    fileName: string;
    fileHash: string;
    profile: string;
    importedBy: string;
    importedAt: string;
  }>;
  readonly reconciliationLine: Immutable<{
    statement: string;
    line: number;
    onDay: PlainDate;
    amount: bigint;
    reference: string;
    counterparty: string;
    summary: string;
    balance: bigint | null;
  }>;
  readonly reconciliationProposal: Numbered<{
    statement: string;
    side: Side;
    item: string;
    amount: bigint;
    kind: 'timing' | 'correction' | 'claim';
    event: bigint | null;
    posting: string | null;
    reason: string;
    proposedBy: string;
    proposedAt: string;
  }>;
  readonly reconciliationProposalDecision: Decided<{ proposal: string; event: bigint | null }>;
  readonly reconciliationClosing: Numbered<{
    statement: string;
    ours: bigint;
    theirs: bigint;
    adjusted: bigint;
    content: string;
    contentHash: string;
    proposedBy: string;
    proposedAt: string;
  }>;
  readonly reconciliationCarried: Immutable<{
    closing: string;
    side: Side;
    item: string;
    onDay: PlainDate;
    amount: bigint;
    reference: readonly string[];
    counterparty: string;
    summary: string;
    takesBack: string | null;
    isOpening: boolean;
    proposal: string;
  }>;
  readonly reconciliationConfirmation: Immutable<{
    closing: string;
    proposer: string;
    confirmedBy: string;
    confirmedAt: string;
  }>;
  /** `confirmedBy` is set by the database from the confirmation. */
  readonly reconciliationClosingDecision: Decided<{ closing: string }> & {
    readonly confirmedBy: ColumnType<string | null, never, never>;
  };
}
