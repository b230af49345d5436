import { describe, expect, it } from 'vitest';
import { pairReturned, stillOpen, type ReturnedLine } from '#domain/payout/pair-returned';

const line = (run: string, counterparty: string, pooled: bigint, number = 1): ReturnedLine => {
  return { run, line: number, counterparty, pooled, account: 0n };
};

describe('what came back and is paid again', () => {
  it('NAT-28.7: is paid by whoever pays the same counterparty, first what came back first', () => {
    const returned = [
      line('a', 'institution:H1', 100n),
      line('b', 'institution:H1', 50n),
      line('b', 'person:P1', 7n, 2),
    ];
    const pairs = pairReturned(returned, [line('c', 'institution:H1', 120n)]);
    expect(pairs).toEqual([
      { returned: { run: 'a', line: 1 }, repeatedBy: { run: 'c', line: 1 }, pooled: 100n, account: 0n },
      { returned: { run: 'b', line: 1 }, repeatedBy: { run: 'c', line: 1 }, pooled: 20n, account: 0n },
    ]);
    expect(stillOpen(returned, pairs).map(({ run, line: number }) => `${run} ${number}`)).toEqual([
      'b 1',
      'b 2',
    ]);
  });

  it('does not pay itself: a second payment that came back is paid by a third', () => {
    const returned = [line('a', 'institution:H1', 100n), line('c', 'institution:H1', 100n)];
    const pairs = pairReturned(returned, [
      line('c', 'institution:H1', 100n),
      line('d', 'institution:H1', 100n),
    ]);
    expect(pairs.map(({ returned: from, repeatedBy }) => `${from.run} by ${repeatedBy.run}`)).toEqual([
      'a by c',
      'c by d',
    ]);
    expect(stillOpen(returned, pairs)).toEqual([]);
  });
});
