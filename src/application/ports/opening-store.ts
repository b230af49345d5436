import type { Scope } from '#domain/identity/account';
import type { PlacePath } from '#domain/identity/place-path';
import type { OpeningEvent } from '#domain/fund/opening';
import type { Fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';

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
  readonly decision: 'approved' | 'rejected' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** Openings wait for a second person; with the approval all of a file's events are posted, or none. */
export interface OpeningStore {
  /** Keeps the file's events and asks for their approval. */
  propose(
    scope: Scope,
    opening: OpeningProposal,
    events: readonly OpeningEvent[],
    now: string,
  ): Promise<{ readonly id: bigint } | 'opened_before'>;
  /** The newest first. */
  list(scope: Scope): Promise<readonly StoredOpening[]>;
  /** Posts on approval. Codes of the ledger's refusals come with the event's place in the file; then nothing was done. */
  decide(
    scope: Scope,
    id: bigint,
    decision: 'approved' | 'rejected',
    now: string,
  ): Promise<
    | { readonly kind: 'decided'; readonly posted: number }
    | { readonly kind: 'unknown' | 'decided_before' | 'same_person' }
    | {
        readonly kind: 'refused';
        readonly refusals: readonly { readonly at: string; readonly code: string }[];
      }
  >;
}
