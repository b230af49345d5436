/**
 * A correction of a difference names an event that is there, or says what is to be posted; the second person's agreement
 * posts it, and the decision keeps which event that was.
 */
export const CORRECTIONS = `
ALTER TABLE reconciliation_proposal ADD COLUMN posting text CHECK (jsonb_typeof(posting::jsonb) = 'object');
COMMENT ON COLUMN reconciliation_proposal.posting IS 'What the agreement is to post: canonical JSON of the request; null where an event is named';
ALTER TABLE reconciliation_proposal DROP CONSTRAINT reconciliation_correction_names_event;
ALTER TABLE reconciliation_proposal ADD CONSTRAINT reconciliation_correction_names_event
  CHECK (num_nonnulls(event, posting) = CASE kind WHEN 'correction' THEN 1 ELSE 0 END);

ALTER TABLE reconciliation_proposal_decision ADD COLUMN event bigint REFERENCES ledger_event (number);
COMMENT ON COLUMN reconciliation_proposal_decision.event IS 'What the agreement posted; null where nothing was to be posted';
ALTER TABLE reconciliation_proposal_decision ADD CONSTRAINT reconciliation_agreement_posts
  CHECK (event IS NULL OR decision = 'approved');

-- Whoever agrees to a posting has posted it, and whoever agrees to anything else has posted nothing.
CREATE FUNCTION correction_is_posted() RETURNS trigger LANGUAGE plpgsql SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF NEW.decision = 'approved' AND (NEW.event IS NOT NULL) IS DISTINCT FROM
    (SELECT p.posting IS NOT NULL FROM reconciliation_proposal AS p WHERE p.id = NEW.proposal) THEN
    RAISE EXCEPTION 'an agreement posts what was proposed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reconciliation_correction_posted';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correction_is_posted BEFORE INSERT ON reconciliation_proposal_decision
  FOR EACH ROW EXECUTE FUNCTION correction_is_posted();
`;
