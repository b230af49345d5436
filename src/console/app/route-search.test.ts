import { describe, expect, test } from 'vitest';
import { readRunSearch } from '#console/app/route-search.ts';

describe('the search parameters of a run’s page', () => {
  test.each(['levy/nanchang', 'burden/local_treasury/xinyu', 'given/fund/openingBalance', 'levy/南昌'])(
    'open the figure %s',
    (figure) => {
      expect(readRunSearch({ figure })).toEqual({ figure });
    },
  );

  test.each([undefined, '', 7, ['levy/a'], '<script>', 'levy/a b', 'x'.repeat(201)])(
    'ignore %s, which is no figure',
    (figure) => {
      expect(readRunSearch({ figure })).toEqual({});
    },
  );

  test('keep nothing else', () => {
    expect(readRunSearch({ figure: 'levy/a', other: '1' })).toEqual({ figure: 'levy/a' });
  });
});
