import type { Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

/** The members that every event has. */
interface EventHead {
  /** Identifies the event for good: a second request with the same key and content is the same event. */
  readonly key: string;
  readonly effectiveOn: PlainDate;
  /** Knowledge time, ISO 8601 in UTC. */
  readonly now: string;
  readonly actor: string;
  /** Clauses beyond those of the template, such as the local rule behind an allocation. */
  readonly clauses?: readonly string[];
  /** Number of the approved request that a restricted use needs. */
  readonly approval?: bigint;
  readonly note?: string;
}

/** A business event, posted by naming a journal template of a pack version. */
export interface PostCommand extends EventHead {
  readonly packHash: string;
  readonly template: string;
  readonly pool: string;
  /** The other pool of an event between two. */
  readonly otherPool?: string;
  readonly insuranceType: InsuranceType;
  /** `kind:id`, such as `institution:H1`. */
  readonly counterparty?: string;
  readonly category?: string;
  /** An amount for every key of the template, also where it is zero. */
  readonly amounts: Readonly<Record<string, Fen>>;
  /** Number of the event that this one corrects by a difference; only then may amounts be negative. */
  readonly corrects?: bigint;
}

/** Reverses a whole event (in red); an event is reversed once only. */
export interface ReverseCommand extends EventHead {
  readonly reverses: bigint;
}

export type LedgerCommand = PostCommand | ReverseCommand;

/** The outcome of a requested event. */
export interface LedgerOutcome {
  readonly key: string;
  readonly number: bigint;
  /** Code of the refusal; null when the event was posted. */
  readonly refusal: string | null;
  readonly postingMonth: Month | null;
  /** Whether the key was used before; the outcome is then that of the first request. */
  readonly isReplayed: boolean;
}
