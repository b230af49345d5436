import type { Migration } from '#storage/migrations/migration';

/**
 * A projection that starts from a year of adjustment is made of the ledger's figures: it is a row of the fund's place, and
 * shown to who sees that year. One from a file or from a run of the calculators has no place and is everybody's. What a
 * row names as its year is what was asked for, so that no row can pass for another's.
 */
export const migration0021: Migration = {
  number: 21,
  name: 'projection places',
  sql: `
ALTER TABLE fund_projection
  ADD COLUMN year_id text,
  ADD COLUMN place text,
  ADD CONSTRAINT fund_projection_year FOREIGN KEY (year_id, place) REFERENCES adjustment_year (id, place) MATCH FULL,
  ADD CONSTRAINT fund_projection_base CHECK (year_id IS NOT DISTINCT FROM asked::jsonb -> 'base' ->> 'year');
COMMENT ON COLUMN fund_projection.year_id IS 'The year of adjustment whose frozen figures it starts from; null for a calculator''s';
CREATE INDEX fund_projection_year_id ON fund_projection (year_id);

ALTER TABLE fund_projection ENABLE ROW LEVEL SECURITY;
CREATE POLICY fund_projection_seen ON fund_projection FOR SELECT TO tongchou_application
  USING (place IS NULL OR in_scope(place, NULL));
CREATE POLICY fund_projection_added ON fund_projection FOR INSERT TO tongchou_application
  WITH CHECK (place IS NULL OR in_scope(place, NULL));
CREATE POLICY fund_projection_audit ON fund_projection FOR SELECT TO tongchou_auditor USING (true);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_projection
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
`,
};
