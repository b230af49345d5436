import type { Migration } from '#storage/migrations/migration';

/**
 * Assessments of pools among what is decided for a year on its own (SC-3.1, SD-5.3). The province records them; who is
 * assessed sees its own, and how it was decided.
 */
export const migration0023: Migration = {
  number: 23,
  name: 'assessments',
  sql: `
ALTER TABLE adjustment_matter DROP CONSTRAINT adjustment_matter_kind_check;
ALTER TABLE adjustment_matter ADD CONSTRAINT adjustment_matter_kind_check
  CHECK (kind IN ('emergency', 'adoption', 'handover', 'assessment'));
COMMENT ON TABLE adjustment_matter IS 'Emergency applications, adopted figures, handovers and assessments, as one person asked for them';

DROP POLICY adjustment_matter_seen ON adjustment_matter;
CREATE POLICY adjustment_matter_seen ON adjustment_matter FOR SELECT TO tongchou_application
  USING (in_scope(place, NULL) OR kind = 'assessment' AND pool IN (SELECT pools_in_scope()));
DROP POLICY adjustment_matter_decision_seen ON adjustment_matter_decision;
CREATE POLICY adjustment_matter_decision_seen ON adjustment_matter_decision FOR SELECT TO tongchou_application
  USING (matter_id IN (SELECT id FROM adjustment_matter));
`,
};
