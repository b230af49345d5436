import { assert } from '#kernel/assert';
import { parseYuan, type Fen } from '#kernel/fen';

/** An amount of a request whose format the schema checked. */
export function givenFen(yuan: string): Fen {
  const amount = parseYuan(yuan);
  assert(typeof amount === 'bigint', 'the format yuan was checked');
  return amount;
}
