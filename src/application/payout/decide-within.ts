import type { Scope } from '#domain/identity/account';
import { flowRefusal } from '#domain/payout/refusals';
import { refuse, type Decision, type Refusal } from '#kernel/decision';

/** Carries a refusal out of a transaction, so that it is undone whole. */
class Undone extends Error {
  override readonly name = 'Undone';
  readonly refusals: readonly [Refusal, ...Refusal[]];

  constructor(refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals[0].code);
    this.refusals = refusals;
  }
}

/** Records of one kind: what `work` throws undoes everything, postings too. */
interface Store<Office> {
  within<T>(scope: Scope, work: (office: Office) => Promise<T>): Promise<T>;
}

/** Decides in one transaction; with a refusal nothing of it stays, not even what was posted before. */
export async function decideWithin<Office, T>(
  store: Store<Office>,
  scope: Scope,
  work: (office: Office) => Promise<Decision<T>>,
): Promise<Decision<T>> {
  try {
    return await store.within(scope, async (office) => {
      const decision = await work(office);
      if (decision.allowed) return decision;
      const [first, ...others] = decision.refusals;
      throw first === undefined ? new Error('a refusal says why') : new Undone([first, ...others]);
    });
  } catch (error) {
    if (error instanceof Undone) return refuse(...error.refusals);
    throw error;
  }
}

/** Carries what came of a trial out of its transaction. */
class Tried<T> extends Error {
  override readonly name = 'Tried';
  readonly outcome: Decision<T>;

  constructor(outcome: Decision<T>) {
    super('tried');
    this.outcome = outcome;
  }
}

/** Tries something out in a transaction of which nothing stays, and gives what would have come of it. */
export async function tryWithin<Office, T>(
  store: Store<Office>,
  scope: Scope,
  work: (office: Office) => Promise<Decision<T>>,
): Promise<Decision<T>> {
  try {
    return await store.within(scope, async (office) => {
      throw new Tried(await work(office));
    });
  } catch (error) {
    if (error instanceof Tried) return (error as Tried<T>).outcome;
    throw error;
  }
}

/** Why somebody may not decide a record now; undefined where nothing is against it. */
export function whyNotDecide(
  record: { readonly id: string; readonly proposedBy: string; readonly decision: string | null },
  by: string,
): Refusal | undefined {
  if (record.decision !== null) return flowRefusal('record_decided', record.id);
  if (record.proposedBy === by) return flowRefusal('proposed_by_same_person', record.id);
  return undefined;
}
