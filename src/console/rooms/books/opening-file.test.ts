import { expect, it } from 'vitest';
import { templatesInFile } from '#console/rooms/books/opening-file.ts';

it('NAT-28.2: a control total is asked for each template that the file names, once', () => {
  const csv = 'template,pool\r\nopening_balance,east\r\nopening_debt,east\nopening_balance,west\n';
  expect(templatesInFile(csv)).toEqual(['opening_balance', 'opening_debt']);
  expect(templatesInFile('\uFEFFpool,template\neast,opening_claim')).toEqual(['opening_claim']);
  expect(templatesInFile('a,b\n1,2')).toEqual([]);
});
