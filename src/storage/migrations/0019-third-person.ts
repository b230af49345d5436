/**
 * Proposal, check and approval of a year are three people's (经办、复核、审批, SC-3.3-a): an approval carries who checked,
 * by a foreign key to the check, and is another's. Approvals from before are left as they are.
 */
export const THIRD_PERSON = `
ALTER TABLE adjustment_year_step ADD COLUMN checked_by text;
COMMENT ON COLUMN adjustment_year_step.checked_by IS 'Of an approval: who did the check that it follows';
ALTER TABLE adjustment_year_step ADD CONSTRAINT adjustment_year_step_person UNIQUE (year_id, sequence, done_by);
ALTER TABLE adjustment_year_step ADD CONSTRAINT follows_checker FOREIGN KEY (year_id, of_step, checked_by)
  REFERENCES adjustment_year_step (year_id, sequence, done_by);
ALTER TABLE adjustment_year_step ADD CONSTRAINT third_person
  CHECK (CASE kind WHEN 'approved' THEN (checked_by <> done_by) IS TRUE ELSE checked_by IS NULL END) NOT VALID;
`;
