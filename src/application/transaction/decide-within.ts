import type { Scope } from '#domain/identity/account';
import { refuse, type Decision, type Refusal } from '#kernel/decision';

/** Records of one kind; each call is one transaction, which what `work` throws undoes whole. */
interface Store<Office> {
  within<T>(scope: Scope, work: (office: Office) => Promise<T>): Promise<T>;
}

/** Carries a decision out of a transaction, so that nothing of it stays. */
class RolledBack<T> extends Error {
  override readonly name: string = 'RolledBack';
  readonly decision: Decision<T>;

  constructor(decision: Decision<T>) {
    super(decision.allowed ? 'tried' : decision.refusals.map(({ code }) => code).join(', '));
    this.decision = decision;
  }
}

/** Thrown by a store where the database holds a record against the work because someone else was quicker. */
export class Undone extends RolledBack<never> {
  override readonly name = 'Undone';

  constructor([first, ...others]: readonly [Refusal, ...Refusal[]]) {
    super(refuse(first, ...others));
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
  return carriedOut<T>(() =>
    store.within(scope, async (office) => {
      const decision = await work(office);
      if (decision.allowed) return decision;
      throw new RolledBack(decision);
    }),
  );
}

/** Tries something out in a transaction of which nothing stays, and gives what would have come of it. */
export async function tryWithin<Office, T>(
  store: Store<Office>,
  scope: Scope,
  work: (office: Office) => Promise<Decision<T>>,
): Promise<Decision<T>> {
  return carriedOut<T>(() =>
    store.within(scope, async (office) => {
      throw new RolledBack(await work(office));
    }),
  );
}

/** Gives the decision of a transaction, whether it was committed or rolled back. */
async function carriedOut<T>(transaction: () => Promise<Decision<T>>): Promise<Decision<T>> {
  try {
    return await transaction();
  } catch (error) {
    if (error instanceof RolledBack) return (error as RolledBack<T>).decision;
    throw error;
  }
}
