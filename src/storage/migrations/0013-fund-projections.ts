import type { Migration } from '#storage/migrations/migration';

/** Fund projections that were kept: what was asked, and what came of it, so that it can be reckoned again. */
export const migration0013: Migration = {
  number: 13,
  name: 'fund projections',
  sql: `
CREATE TABLE fund_projection (
  id text PRIMARY KEY CHECK (id <> ''),
  pack_id text NOT NULL CHECK (pack_id <> ''),
  pack_hash text NOT NULL REFERENCES pack_artefact (hash),
  name text NOT NULL CHECK (name <> ''),
  note text NOT NULL,
  asked text NOT NULL CHECK (asked <> ''),
  engine_version text NOT NULL CHECK (engine_version <> ''),
  result text NOT NULL,
  result_hash text NOT NULL CHECK (result_hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE fund_projection IS 'Years ahead of a fund as they were projected: assumptions, never an official result';
COMMENT ON COLUMN fund_projection.asked IS 'Input, scenario and fan, canonical JSON';
CREATE INDEX fund_projection_recorded_at ON fund_projection (recorded_at DESC, id);

GRANT SELECT, INSERT ON fund_projection TO tongchou_application;
GRANT SELECT ON fund_projection TO tongchou_auditor;
`,
};
