import { assert } from '#kernel/assert';
import { compareCodePoints } from '#kernel/code-points';
import { fen, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';

/** One claimant of a pot: what it weighs, and the id that settles ties. */
export interface Share {
  readonly id: string;
  readonly weight: bigint;
}

/**
 * Splits a pot in proportion to the weights: each part is floored to the fen, and the fen left over go one
 * each to the largest remainders, ties by id in code-point order. The parts always add up to the pot.
 * @returns the part of each id; with no weight at all the pot cannot be split, which is the caller's error
 */
export function splitLargestRemainder(pot: Fen, shares: readonly Share[]): ReadonlyMap<string, Fen> {
  const total = shares.reduce((sum, share) => sum + share.weight, 0n);
  assert(pot >= 0n, 'a pot is never negative');
  assert(
    shares.every((share) => share.weight >= 0n),
    'weights are never negative',
  );
  assert(new Set(shares.map((share) => share.id)).size === shares.length, 'claimants are distinct');
  assert(total > 0n || pot === 0n, 'a pot above zero needs a weight above zero');
  if (total === 0n) return new Map(shares.map((share) => [share.id, ZERO_FEN]));

  const parts = shares.map(({ id, weight }) => {
    const product = pot * weight;
    return { id, part: product / total, remainder: product % total };
  });
  const byRemainder = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? compareCodePoints(a.id, b.id) : a.remainder > b.remainder ? -1 : 1,
  );
  let left = pot - parts.reduce((sum, { part }) => sum + part, 0n);
  for (const claimant of byRemainder) {
    if (left === 0n) break;
    claimant.part += 1n;
    left -= 1n;
  }
  const result = new Map(parts.map(({ id, part }) => [id, fen(part)]));
  assert(sumFen(result.values()) === pot, 'parts add up to the pot');
  return result;
}
