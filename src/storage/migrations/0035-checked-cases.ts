import type { Migration } from '#storage/migrations/migration';

/**
 * Worked cases prove a version and are no part of its hash. The check therefore keeps the hash of those that held, so that
 * nobody bends the proof afterwards; checks made before this have none.
 */
export const migration0035: Migration = {
  number: 35,
  name: 'worked cases of a check',
  sql: `
ALTER TABLE pack_event ADD COLUMN cases_hash text
  CONSTRAINT pack_event_cases CHECK (cases_hash IS NULL OR (event = 'checked' AND cases_hash ~ '^[0-9a-f]{64}$'));
COMMENT ON COLUMN pack_event.cases_hash IS 'SHA-256 of the worked cases that held when the version was checked';
`,
};
