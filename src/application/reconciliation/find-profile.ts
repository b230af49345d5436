import { PROFILES, type StatementProfile } from '#domain/reconciliation/profile';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

/** A common profile by its id, or one given with the file. */
export type ProfileRef = string | StatementProfile;

/** Finds a profile; refuses one that does not name the date column and either two amount columns or one. */
export function findProfile(ref: ProfileRef): Decision<StatementProfile> {
  if (typeof ref === 'string') {
    const known = Object.hasOwn(PROFILES, ref) ? PROFILES[ref] : undefined;
    return known === undefined ? refuse(reconciliationRefusal('unknown_profile', 'profile')) : allow(known);
  }
  const { date, receipt, payment, amount } = ref.columns;
  const hasAmounts =
    amount === undefined ? (receipt ?? payment) !== undefined : (receipt ?? payment) === undefined;
  if (date === undefined || !hasAmounts) {
    return refuse(reconciliationRefusal('profile_without_amounts', 'profile'));
  }
  return allow(ref);
}
