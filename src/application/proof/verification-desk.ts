import type { LedgerProof } from '#application/ports/ledger-proof';
import type { LedgerReport } from '#application/ports/ledger-verifier';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

/** What a verification found, who asked for it and when (ISO 8601 in UTC). */
export interface KeptVerification {
  readonly report: LedgerReport;
  readonly by: string;
  readonly at: string;
}

/** Verifies on demand, one at a time, and remembers the last result for as long as the program runs. */
export interface VerificationDesk {
  readonly last: () => KeptVerification | undefined;
  readonly isRunning: () => boolean;
  /** Reads the whole ledger; refused while another reading runs, since each takes two connections and a processor. */
  verify(by: string, now: string): Promise<Decision<KeptVerification>>;
}

export function createVerificationDesk(proof: Pick<LedgerProof, 'verify'>): VerificationDesk {
  let last: KeptVerification | undefined;
  let isRunning = false;
  return {
    last: () => last,
    isRunning: () => isRunning,
    verify: async (by, now) => {
      if (isRunning) return refuse(RUNNING);
      isRunning = true;
      try {
        const report = await proof.verify();
        if (!report.allowed) return report;
        last = { report: report.value, by, at: now };
        return allow(last);
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
