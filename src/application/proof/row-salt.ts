import type { BlockRow } from '#application/ports/ledger-rows';
import type { LedgerSeals } from '#application/ports/ledger-seals';

/** What stands before the text of a block's row: a salt of its own in hex, nothing where the block was sealed without. */
export function saltOfRow({ salt = null }: BlockRow, number: number, { sha256Hex }: LedgerSeals): string {
  return salt === null ? '' : sha256Hex(`${salt}|${number}`);
}
