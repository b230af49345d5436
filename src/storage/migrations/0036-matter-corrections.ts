import type { Migration } from '#storage/migrations/migration';

/**
 * A granted matter of a year can be replaced by another that names it: the further one counts in its stead. That a matter
 * is replaced once only, by what was granted, is held by the decision, which carries what it replaces. Requests of the
 * ledger that free what a handover had marked are decided with the matter.
 */
export const migration0036: Migration = {
  number: 36,
  name: 'corrections of matters',
  sql: `
ALTER TABLE adjustment_matter
  ADD COLUMN corrects text CONSTRAINT adjustment_matter_corrects REFERENCES adjustment_matter_decision (matter_id),
  ADD CONSTRAINT adjustment_matter_corrected UNIQUE (id, corrects);
COMMENT ON COLUMN adjustment_matter.corrects IS 'The granted matter in whose stead this one counts once granted; null for a first one';

ALTER TABLE adjustment_matter_decision
  ADD COLUMN corrects text UNIQUE,
  ADD CONSTRAINT adjustment_matter_decision_corrects FOREIGN KEY (matter_id, corrects)
    REFERENCES adjustment_matter (id, corrects),
  ADD CONSTRAINT adjustment_matter_replaced_by_grant CHECK (corrects IS NULL OR decision = 'granted');
COMMENT ON COLUMN adjustment_matter_decision.corrects IS 'The matter that this grant replaces; each is replaced once';

ALTER TABLE approval_whole DROP CONSTRAINT approval_whole_whole_check;
ALTER TABLE approval_whole ADD CONSTRAINT approval_whole_whole_check
  CHECK (whole ~ '^(opening|adjustment_year|adjustment_matter) .+$');
`,
};
