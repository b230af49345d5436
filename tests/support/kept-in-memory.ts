import type { KeptVerification, VerificationStore } from '#application/ports/verification-store';

/** Verifications for servers without a database; what a database keeps is tested with the ledger's routes. */
export function keptInMemory(): VerificationStore {
  const kept: KeptVerification[] = [];
  return {
    keep: (verification) => {
      kept.unshift(verification);
      return Promise.resolve();
    },
    list: (limit) => Promise.resolve(kept.slice(0, limit)),
  };
}
