import { expect, test } from 'vitest';
import { findUnsupported } from '#storage/database/server-facts';

test('PostgreSQL 15 and newer in UTF-8 will do', () => {
  for (const versionNumber of ['150000', '180004']) {
    expect(findUnsupported({ versionNumber, encoding: 'UTF8' }, 'here')).toBeUndefined();
  }
});

test('an older server is refused with its version and the one that is needed', () => {
  const refusal = findUnsupported({ versionNumber: '140011', encoding: 'UTF8' }, 'here');
  expect(refusal).toMatchObject({ code: 'database_too_old', at: 'here' });
  expect(refusal?.what.en).toBe('the database is PostgreSQL 14, but 15 or newer is needed');
});

test('an encoding that cannot hold Chinese is refused', () => {
  expect(findUnsupported({ versionNumber: '150000', encoding: 'LATIN1' }, 'here')?.code).toBe(
    'database_not_utf8',
  );
});
