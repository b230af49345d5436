import type { Migration } from '#storage/migrations/migration';

/** Scenarios of runs: what a changed value would do, kept so that it can be reckoned again. */
export const migration0002: Migration = {
  number: 2,
  name: 'scenarios',
  sql: `
CREATE TABLE scenario (
  id text PRIMARY KEY CHECK (id <> ''),
  run_id text NOT NULL REFERENCES run (id),
  name text NOT NULL CHECK (name <> ''),
  note text NOT NULL,
  values text NOT NULL,
  engine_version text NOT NULL CHECK (engine_version <> ''),
  result text NOT NULL,
  result_hash text NOT NULL CHECK (result_hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE scenario IS 'A run with policy values replaced, as a simulation: never an official result';
CREATE INDEX scenario_run_id ON scenario (run_id, recorded_at DESC, id);

GRANT SELECT, INSERT ON scenario TO tongchou_application;
GRANT SELECT ON scenario TO tongchou_auditor;
`,
};
