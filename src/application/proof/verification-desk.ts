import type { LedgerProof } from '#application/ports/ledger-proof';
import type { KeptVerification, VerificationStore } from '#application/ports/verification-store';
import { keepVerification } from '#application/proof/keep-verification';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

/** Verifies on demand, one at a time, and keeps each result. */
export interface VerificationDesk {
  /** Those that were kept, the newest first: also of earlier runs of the program, and of the command line. */
  readonly list: (limit: number) => Promise<readonly KeptVerification[]>;
  readonly isRunning: () => boolean;
  /** Reads the whole ledger; refused while another reading runs, since each takes two connections and a processor. */
  verify(by: string, now: string): Promise<Decision<KeptVerification>>;
}

export function createVerificationDesk(
  proof: Pick<LedgerProof, 'verify'>,
  store: VerificationStore,
): VerificationDesk {
  let isRunning = false;
  return {
    list: (limit) => store.list(limit),
    isRunning: () => isRunning,
    verify: async (by, now) => {
      if (isRunning) return refuse(RUNNING);
      isRunning = true;
      try {
        const report = await proof.verify();
        return report.allowed ? allow(await keepVerification(store, report.value, by, now)) : report;
      } finally {
        isRunning = false;
      }
    },
  };
}

const RUNNING: Refusal = {
  code: 'verification_running',
  at: '',
  what: { zh: '另一次账本核验正在进行', en: 'the ledger is being verified already' },
  next: { zh: '请稍候，看其结果', en: 'wait a little and look at its result' },
};
