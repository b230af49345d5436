import { expect, test } from 'vitest';
import { findUnfit } from '#storage/migrations/find-unfit';
import { migrationHash, MIGRATIONS, type Migration } from '#storage/migrations/migration';

const own: readonly Migration[] = [
  { number: 1, name: 'first', sql: 'SELECT 1' },
  { number: 2, name: 'second', sql: 'SELECT 2' },
];
const applied = own.map((one) => ({ number: one.number, name: one.name, sha256: migrationHash(one) }));

test('a database with none, some or all of our migrations fits', () => {
  for (const count of [0, 1, 2]) expect(findUnfit(applied.slice(0, count), own)).toBeUndefined();
});

test('a database with a migration that we do not know is refused by its number and name', () => {
  expect(findUnfit(applied, own.slice(0, 1))).toMatchObject({ code: 'migration_unknown', at: '2 second' });
});

test('a database with another text or order of migrations is refused', () => {
  const edited = applied.map((one) => (one.number === 1 ? { ...one, sha256: '0'.repeat(64) } : one));
  expect(findUnfit(edited, own)).toMatchObject({ code: 'migration_changed', at: '1 first' });
  expect(findUnfit(applied.slice(1), own)).toMatchObject({ code: 'migration_changed', at: '2 second' });
});

test('our migrations are numbered from 1 without gaps', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});
