import type { Migration } from '#storage/migrations/migration';

/** Runs and the pack versions they used. Texts are text, not jsonb: the bytes that were hashed are kept. */
export const migration0001: Migration = {
  number: 1,
  name: 'runs',
  sql: `
CREATE TABLE pack_artefact (
  hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  pack_id text NOT NULL CHECK (pack_id <> ''),
  text text NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE pack_artefact IS 'The canonical JSON of a pack version, kept for as long as any run cites its hash';

CREATE TABLE run (
  id text PRIMARY KEY CHECK (id <> ''),
  command text NOT NULL CHECK (command IN ('adjust')),
  pack_id text NOT NULL CHECK (pack_id <> ''),
  pack_hash text NOT NULL REFERENCES pack_artefact (hash),
  engine_version text NOT NULL CHECK (engine_version <> ''),
  year integer NOT NULL CHECK (year BETWEEN 1000 AND 9999),
  scheme text NOT NULL CHECK (scheme <> ''),
  data_note text NOT NULL,
  input text NOT NULL,
  result text NOT NULL,
  result_hash text NOT NULL CHECK (result_hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE run IS 'A computation as it was made, whole enough to be made again';
CREATE INDEX run_pack_hash ON run (pack_hash);
CREATE INDEX run_recorded_at ON run (recorded_at DESC, id);

GRANT USAGE ON SCHEMA tongchou TO tongchou_application, tongchou_auditor;
GRANT SELECT, INSERT ON pack_artefact, run TO tongchou_application;
GRANT SELECT ON pack_artefact, run TO tongchou_auditor;
`,
};
