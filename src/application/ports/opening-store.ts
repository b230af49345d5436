import type { Scope } from '#domain/identity/account';
import type { PlacePath } from '#domain/identity/place-path';
import type { PostCommand } from '#domain/fund/ledger-command';
import type { OpeningEvent } from '#domain/fund/opening';
import type { Fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';

type Verdict = 'approved' | 'rejected';

/** Opening balances of an older system, as one file gave them. */
export interface OpeningProposal {
  readonly place: PlacePath;
  readonly fileName: string;
  /** SHA-256 of the file's bytes as UTF-8 text. */
  readonly fileHash: string;
  readonly packHash: string;
  readonly effectiveOn: PlainDate;
  readonly rowCount: number;
  /** Control totals by template, which are the file's own sums. */
  readonly totals: Readonly<Record<string, Fen>>;
  readonly reason: string;
}

export interface StoredOpening extends OpeningProposal {
  readonly id: bigint;
  readonly eventCount: number;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly decision: Verdict | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** Openings wait for a second person; with the approval all of a file's events are posted, or none. */
export interface OpeningStore {
  /** Stores the file's events and requests their approval. */
  propose(
    scope: Scope,
    opening: OpeningProposal,
    events: readonly OpeningEvent[],
    now: string,
  ): Promise<{ readonly id: bigint } | 'opened_before'>;
  /** The newest first. */
  list(scope: Scope): Promise<readonly StoredOpening[]>;
  /**
   * Runs `work` in one transaction that finds and decides openings; an error thrown by it undoes all of it, postings
   * too.
   */
  within<T>(scope: Scope, work: (office: OpeningOffice) => Promise<T>): Promise<T>;
}

/** An event of a kept file, with the number of the request that it is posted by. */
export interface KeptEvent extends Pick<
  OpeningEvent,
  'at' | 'template' | 'pool' | 'insuranceType' | 'counterparty' | 'amounts'
> {
  readonly approval: bigint;
}

/** A kept file with the events that its approval posts, in the order of the file. */
export interface KeptOpening extends Pick<
  StoredOpening,
  'id' | 'fileHash' | 'fileName' | 'packHash' | 'effectiveOn' | 'requestedBy'
> {
  readonly events: readonly KeptEvent[];
}

/** The operations on openings within one scope's transaction. */
export interface OpeningOffice {
  find(id: bigint): Promise<KeptOpening | undefined>;
  /** Decides a file; false where it was decided before. */
  decide(opening: KeptOpening, decision: Verdict, now: string): Promise<boolean>;
  /**
   * Decides the request of each event with the file; returns by event the code of a refusal, null where there is none.
   */
  decideRequests(opening: KeptOpening, decision: Verdict, now: string): Promise<readonly (string | null)[]>;
  /** Posts in the transaction; returns by command the code of a refusal, null where there is none. */
  post(commands: readonly PostCommand[]): Promise<readonly (string | null)[]>;
}
