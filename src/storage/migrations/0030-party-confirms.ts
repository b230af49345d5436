import type { Migration } from '#storage/migrations/migration';

/**
 * The other side takes part in a reconciled month (JH-4.7-b, NAT-144.39-c): somebody of the department whose statement it is
 * confirms the balance adjustment that was proposed, and the office that keeps the books closes the month after. Where that
 * department has nobody at the place who could, the month is closed without, and the decision shows it. A bank has no
 * users here: its paper statement stands for it.
 */
const CONFIRMATION = `
CREATE TABLE reconciliation_confirmation (
  closing text PRIMARY KEY,
  proposer text NOT NULL,
  confirmed_by text NOT NULL REFERENCES identity_user (id),
  confirmed_at timestamptz NOT NULL,
  FOREIGN KEY (closing, proposer) REFERENCES reconciliation_closing (id, proposed_by),
  CONSTRAINT reconciliation_confirmation_person UNIQUE (closing, confirmed_by),
  CONSTRAINT reconciliation_confirmer_did_not_propose CHECK (confirmed_by <> proposer)
);
COMMENT ON TABLE reconciliation_confirmation IS 'Proposed closings that somebody of the other party''s own department confirmed';

ALTER TABLE reconciliation_closing_decision ADD COLUMN confirmed_by text;
COMMENT ON COLUMN reconciliation_closing_decision.confirmed_by IS
  'Who of the other party confirmed; null: nobody of it could here, or the party is a bank, or it is from before confirmations';
ALTER TABLE reconciliation_closing_decision ADD CONSTRAINT reconciliation_closing_confirmed
  FOREIGN KEY (closing, confirmed_by) REFERENCES reconciliation_confirmation (closing, confirmed_by);
ALTER TABLE reconciliation_closing_decision ADD CONSTRAINT reconciliation_confirmer_does_not_close
  CHECK (confirmed_by <> decided_by);

-- How often a line was carried is counted by its id.
CREATE INDEX reconciliation_carried_item ON reconciliation_carried (item);
`;

/** With the owner's rights: who reconciles may not see the accounts of another department. */
const PEOPLE = `
CREATE FUNCTION department_of(of_user text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT u.department FROM identity_user AS u WHERE u.id = of_user
$$;
COMMENT ON FUNCTION department_of IS 'Department of a user, whoever asks: of a record it is told whose it is';

CREATE FUNCTION party_reconciles(of_place text, of_department text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT of_department <> 'health_insurance' AND EXISTS (
    SELECT FROM identity_user AS u
    WHERE u.department = of_department AND NOT EXISTS (SELECT FROM identity_user_end AS e WHERE e.user_id = u.id)
      AND EXISTS (SELECT FROM held_grants(u.id, now()) AS h WHERE h.break_glass_id IS NULL
        AND h.role = 'reconciliation_checker' AND place_covers(h.place, of_place)))
$$;
COMMENT ON FUNCTION party_reconciles IS 'Whether the department whose statement it is has somebody at the place who can confirm';

CREATE FUNCTION check_confirmation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  of_statement reconciliation_statement;
BEGIN
  SELECT s.* INTO of_statement FROM reconciliation_statement AS s JOIN reconciliation_closing AS c ON c.statement = s.id
  WHERE c.id = NEW.closing;
  IF of_statement.party = 'bank' OR department_of(NEW.confirmed_by) <> of_statement.department THEN
    RAISE EXCEPTION 'the party confirms'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reconciliation_party_confirms';
  END IF;
  IF EXISTS (SELECT FROM reconciliation_closing_decision AS d WHERE d.closing = NEW.closing) THEN
    RAISE EXCEPTION 'the closing is decided'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reconciliation_confirmed_before';
  END IF;
  IF EXISTS (SELECT FROM reconciliation_proposal AS p
      LEFT JOIN reconciliation_proposal_decision AS d ON d.proposal = p.id
      WHERE p.statement = of_statement.id AND NEW.confirmed_by IN (p.proposed_by, d.decided_by)) THEN
    RAISE EXCEPTION 'who worked on the differences does not confirm'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reconciliation_confirmer_did_not_match';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER confirmed BEFORE INSERT ON reconciliation_confirmation
  FOR EACH ROW EXECUTE FUNCTION check_confirmation();

-- A closing carries its confirmation, and none is left out where somebody could have given it.
CREATE FUNCTION check_party_took_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  of_statement reconciliation_statement;
BEGIN
  IF NEW.decision <> 'approved' THEN RETURN NEW; END IF;
  SELECT s.* INTO of_statement FROM reconciliation_statement AS s JOIN reconciliation_closing AS c ON c.statement = s.id
  WHERE c.id = NEW.closing;
  NEW.confirmed_by := (SELECT f.confirmed_by FROM reconciliation_confirmation AS f WHERE f.closing = NEW.closing);
  IF department_of(NEW.decided_by) <> 'health_insurance' THEN
    RAISE EXCEPTION 'who keeps the books closes the month'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reconciliation_books_close';
  END IF;
  IF NEW.confirmed_by IS NULL AND party_reconciles(of_statement.place, of_statement.department) THEN
    RAISE EXCEPTION 'the party has not confirmed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reconciliation_party_awaited';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER party_took_part BEFORE INSERT ON reconciliation_closing_decision
  FOR EACH ROW EXECUTE FUNCTION check_party_took_part();
`;

const SCOPE = `
ALTER TABLE reconciliation_confirmation ENABLE ROW LEVEL SECURITY;
CREATE POLICY reconciliation_confirmation_seen ON reconciliation_confirmation FOR SELECT TO tongchou_application
  USING (EXISTS (SELECT FROM reconciliation_closing AS whole WHERE whole.id = reconciliation_confirmation.closing));
CREATE POLICY reconciliation_confirmation_added ON reconciliation_confirmation FOR INSERT TO tongchou_application
  WITH CHECK (closing IN (SELECT id FROM reconciliation_closing) AND confirmed_by = acting_user());
CREATE POLICY reconciliation_confirmation_audit ON reconciliation_confirmation FOR SELECT TO tongchou_auditor USING (true);
GRANT SELECT, INSERT ON reconciliation_confirmation TO tongchou_application;
GRANT SELECT ON reconciliation_confirmation TO tongchou_auditor;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reconciliation_confirmation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
`;

export const migration0030: Migration = {
  number: 30,
  name: 'the party confirms',
  sql: CONFIRMATION + PEOPLE + SCOPE,
};
