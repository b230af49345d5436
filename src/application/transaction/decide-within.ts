import type { Scope } from '#domain/identity/account';
import { refuse, type Decision, type Refusal } from '#kernel/decision';

/** Records of one kind; each call is one transaction, which what `work` throws undoes whole. */
interface Store<Office> {
  within<T>(scope: Scope, work: (office: Office) => Promise<T>): Promise<T>;
}

/**
 * Carries refusals out of a transaction, so that it is undone. A store throws it too, where the database holds a record
 * against the work because someone else was quicker.
 */
export class Undone extends Error {
  override readonly name = 'Undone';
  readonly refusals: readonly [Refusal, ...Refusal[]];

  constructor(refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals.map(({ code }) => code).join(', '));
    this.refusals = refusals;
  }
}

/**
 * Decides in one transaction. With a refusal nothing of it stays, not even what was posted before; what must outlive a
 * refusal (a line of the access log, a counted attempt to sign in, a refused event of the ledger) is written in a
 * transaction of its own. The store repeats what the server undid for the sake of another: `work` may run again, and
 * does nothing outside of its office that it could not do twice.
 */
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
