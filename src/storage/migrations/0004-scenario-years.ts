import type { Migration } from '#storage/migrations/migration';

/** A scenario may be carried on into the years ahead: how many, and the growth assumed for them. */
export const migration0004: Migration = {
  number: 4,
  name: 'scenario years',
  sql: `
ALTER TABLE scenario ADD COLUMN projection text CHECK (projection <> '');
COMMENT ON COLUMN scenario.projection IS 'Years ahead and their growth, canonical JSON; null for the one year';
`,
};
