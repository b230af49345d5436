import type { YearShare } from '#application/ports/audit-bundles';
import type { EventRow, LedgerRows } from '#application/ports/ledger-rows';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import { readAmounts } from '#application/proof/amounts';
import { createTally } from '#application/proof/tally';
import { parseYuan } from '#kernel/fen';

/**
 * Checks that a year's postings for a pool stand in the ledger: the event exists, with that pool, insurance type, pack
 * and amount; and for the approved version it names the run and the hash of its result.
 */
export async function checkShares(shares: readonly YearShare[], rows: LedgerRows): Promise<LedgerCheck> {
  const tally = createTally('shares', {
    zh: '年度调剂分摊与账上事项一致',
    en: 'what years decided for the pools is what the ledger holds',
  });
  const expected = new Map(
    shares.flatMap((share) => share.postings.map((posting) => [posting.event, { share, posting }] as const)),
  );
  if (expected.size > 0) {
    for await (const batch of rows.events()) {
      for (const event of batch) {
        const one = expected.get(event.number);
        if (one === undefined) continue;
        tally.look(!isPosted(event, one.share, one.posting), `event ${event.number}`);
        expected.delete(event.number);
      }
    }
  }
  for (const number of expected.keys()) tally.look(true, `event ${number}`);
  return tally.check();
}

function isPosted(
  event: EventRow,
  { pool, insuranceType, version, run, resultHash, packHash }: YearShare,
  posting: YearShare['postings'][number],
): boolean {
  const amounts = readAmounts(event.amounts);
  const isOfVersion =
    posting.version !== version ||
    (event.packHash === packHash && event.note.includes(`run ${run} ${resultHash}`));
  return (
    event.refusal === null &&
    (event.pool === pool || event.otherPool === pool) &&
    event.insuranceType === insuranceType &&
    amounts !== undefined &&
    [...amounts.values()].reduce((sum, amount) => sum + amount, 0n) === parseYuan(posting.amount) &&
    isOfVersion
  );
}
