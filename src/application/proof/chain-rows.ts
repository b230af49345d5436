import type { EventRow, LedgerRows, SaltRow, WithheldRow } from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import { createDigestCheck } from '#application/proof/chain-check';
import { sealedMinors, type Minors } from '#application/proof/sealed-minors';
import { sealedEvent } from '#application/proof/sealed-text';
import { hexBytes } from '#application/proof/hex-bytes';

/** Feeds the chain with every sealed row in the order of numbers: events as they come, the others in between. */
export interface ChainRows {
  /** Must be awaited before the event is added, where it is true: rows of other tables come first. */
  isBehind(number: number): boolean;
  catchUp(number: number): Promise<void>;
  addEvent(event: EventRow): void;
  finish(): Promise<{ readonly check: LedgerCheck; readonly unsealed: bigint; readonly withheld: bigint }>;
}

export async function createChainRows(
  rows: LedgerRows,
  minors: Minors,
  seals: LedgerSeals,
): Promise<ChainRows> {
  const digests = await createDigestCheck(rows, seals);
  const sealed = sealedMinors(minors);
  let at = 0;
  const hidden = withheldRows(rows);
  let next = (await hidden.next()).value;
  let withheld = 0n;
  /** The salt that is told of the row of that number. */
  const takeSalt = async (number: number): Promise<string | undefined> => {
    if (next === undefined || !('salt' in next) || Number(next.number) !== number) return undefined;
    const { salt } = next;
    next = (await hidden.next()).value;
    return salt;
  };
  let saltOfEvent: string | undefined;
  const catchUp = async (number: number): Promise<void> => {
    for (;;) {
      const minor = sealed[at]?.number ?? Infinity;
      const dark = next === undefined ? Infinity : Number(next.number);
      const first = Math.min(minor, dark);
      if (first >= number) break;
      await digests.reach(first);
      if (minor <= dark) {
        digests.addHashOf(minor, sealed[at]?.text ?? '', await takeSalt(minor));
        at += 1;
      } else {
        if (next !== undefined && 'hash' in next) {
          digests.add(hexBytes(next.hash ?? ''));
          withheld += 1n;
        }
        next = (await hidden.next()).value;
      }
    }
    await digests.reach(number);
    saltOfEvent = await takeSalt(number);
  };
  return {
    isBehind: (number) =>
      digests.isBeyond(number) ||
      (sealed[at]?.number ?? Infinity) < number ||
      (next !== undefined && Number(next.number) <= number),
    catchUp,
    addEvent: (event) => {
      digests.addHashOf(Number(event.number), sealedEvent(event), saltOfEvent);
      saltOfEvent = undefined;
    },
    finish: async () => {
      await catchUp(Infinity);
      return { ...(await digests.finish()), withheld };
    },
  };
}

async function* withheldRows(rows: LedgerRows): AsyncGenerator<WithheldRow | SaltRow, undefined> {
  for await (const batch of rows.withheld()) yield* batch;
  return undefined;
}
