/**
 * Which runs are those of years of adjustment: they are made of the ledger's figures and shown to who sees the year, while
 * the runs of the calculators are everybody's. That a run is one of these is no secret; whose it is row security tells.
 */
export const YEAR_RUNS = `
CREATE TABLE adjustment_year_run (
  run text PRIMARY KEY REFERENCES run (id),
  year_id text NOT NULL REFERENCES adjustment_year (id)
);
COMMENT ON TABLE adjustment_year_run IS 'Runs that years of adjustment were proposed by';
INSERT INTO adjustment_year_run
SELECT s.content::jsonb ->> 'run', min(s.year_id) FROM adjustment_year_step AS s WHERE s.kind = 'proposed' GROUP BY 1;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON adjustment_year_run
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
GRANT SELECT, INSERT ON adjustment_year_run TO tongchou_application;
GRANT SELECT ON adjustment_year_run TO tongchou_auditor;
`;
