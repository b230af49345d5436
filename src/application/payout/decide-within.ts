import type { PayoutOffice, PayoutStore } from '#application/ports/payout-store';
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

/** Decides in one transaction; with a refusal nothing of it stays, not even what was posted before. */
export async function decideWithin<T>(
  store: PayoutStore,
  scope: Scope,
  work: (office: PayoutOffice) => Promise<Decision<T>>,
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

/** Why somebody may not decide a record now; undefined where nothing is against it. */
export function whyNotDecide(
  record: { readonly id: string; readonly proposedBy: string; readonly decision: string | null },
  by: string,
): Refusal | undefined {
  if (record.decision !== null) return flowRefusal('record_decided', record.id);
  if (record.proposedBy === by) return flowRefusal('proposed_by_same_person', record.id);
  return undefined;
}
