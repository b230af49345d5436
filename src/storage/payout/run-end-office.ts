import type { Kysely } from 'kysely';
import type { RunOffice } from '#application/ports/payout-store';
import type { Tables } from '#storage/database/tables';
import { insertAll } from '#storage/payout/insert-all';

/** What a second person decided on a run, and how it ended: sent or withdrawn. */
export function createRunEndOffice(
  within: Kysely<Tables>,
): Pick<RunOffice, 'decideRun' | 'recordSending' | 'withdrawRun'> {
  return {
    async decideRun({ id, proposedBy }, decision, decidedBy, decidedAt) {
      const row = await within
        .insertInto('paymentRunDecision')
        .values({ run: id, proposer: proposedBy, decision, decidedBy, decidedAt })
        .onConflict((conflict) => conflict.column('run').doNothing())
        .returning('run')
        .executeTakeFirst();
      return row !== undefined;
    },

    async recordSending(run, fileHash, events, endedBy, endedAt) {
      await within
        .insertInto('paymentRunEnd')
        .values({ run, decision: 'approved', outcome: 'sent', fileHash, reason: '', endedBy, endedAt })
        .execute();
      const rows = events.map((event, index) => ({ run, line: index + 1, step: 'sent' as const, event }));
      await insertAll(rows, (part) => within.insertInto('paymentPosting').values(part).execute());
    },

    async withdrawRun({ id: run, proposedBy: proposer, decision: decided }, reason, by, at) {
      const decision = decided === null ? 'withdrawn' : 'approved';
      if (decided === null) {
        const row = await within
          .insertInto('paymentRunDecision')
          .values({ run, proposer, decision, decidedBy: by, decidedAt: at })
          .onConflict((conflict) => conflict.column('run').doNothing())
          .returning('run')
          .executeTakeFirst();
        if (row === undefined) return false;
      }
      await within
        .insertInto('paymentRunEnd')
        .values({ run, decision, outcome: 'withdrawn', fileHash: null, reason, endedBy: by, endedAt: at })
        .execute();
      return true;
    },
  };
}
