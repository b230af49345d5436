import type { LedgerReport } from '#application/ports/ledger-verifier';
import type { KeptVerification, VerificationStore } from '#application/ports/verification-store';

/** Stores the result of a verification for later readers. */
export async function keepVerification(
  store: VerificationStore,
  { head, unsealed, checks }: LedgerReport,
  by: string,
  now: string,
): Promise<KeptVerification> {
  const figures = checks.map(({ examples: _examples, ...figure }) => figure);
  const verification = { by, at: now, head, unsealed, checks: figures };
  await store.keep(verification);
  return verification;
}
