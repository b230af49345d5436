import { expect, it } from 'vitest';
import { readBooksSearch, readJournalSearch } from '#console/fund/books-search.ts';

it('the address names books and filters; what cannot be meant is ignored', () => {
  expect(readBooksSearch({ pool: 'east', insuranceType: 'resident', through: '2026-03', other: 1 })).toEqual({
    pool: 'east',
    insuranceType: 'resident',
    through: '2026-03',
  });
  expect(readBooksSearch({ pool: 3, insuranceType: 'both', through: '2026-13' })).toEqual({});
  expect(readJournalSearch({ account: 1003, book: 'cash', fromMonth: '2026-01', toMonth: 'x' })).toEqual({
    account: '1003',
    book: 'cash',
    fromMonth: '2026-01',
  });
  expect(readJournalSearch({ book: 'other', template: '' })).toEqual({});
});
