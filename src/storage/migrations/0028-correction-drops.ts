/**
 * A correction of a year can be given up from the moment it was opened: whoever works on it asks, by a step that follows
 * its opening, and another person's return of that ends it (SC-3.3-a). Before, only what was proposed could be returned.
 */
export const CORRECTION_DROPS = `
ALTER TABLE adjustment_year_step
  DROP CONSTRAINT adjustment_year_step_kind_check,
  DROP CONSTRAINT follows_in_order,
  DROP CONSTRAINT maker_is_named,
  ADD CONSTRAINT known_step CHECK (kind IN
    ('opened', 'frozen', 'proposed', 'checked', 'returned', 'approved', 'paid', 'corrected', 'drop_asked')),
  ADD CONSTRAINT follows_in_order CHECK (CASE kind
    WHEN 'proposed' THEN of_step IS NOT NULL AND of_kind = 'frozen'
    WHEN 'checked' THEN of_step IS NOT NULL AND of_kind = 'proposed'
    WHEN 'drop_asked' THEN of_step IS NOT NULL AND of_kind = 'corrected'
    WHEN 'returned' THEN of_step IS NOT NULL AND of_kind IN ('proposed', 'checked', 'drop_asked')
    WHEN 'approved' THEN of_step IS NOT NULL AND of_kind = 'checked'
    WHEN 'paid' THEN of_step IS NOT NULL AND of_kind = 'approved'
    ELSE of_step IS NULL AND of_kind IS NULL END),
  ADD CONSTRAINT maker_is_named CHECK (kind NOT IN ('frozen', 'proposed', 'drop_asked') OR (done_by = ANY (makers)) IS TRUE);
`;
