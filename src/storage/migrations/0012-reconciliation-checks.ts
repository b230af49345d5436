/**
 * What holds at commit whatever the program does: a statement is the sum of its lines; a closing adjusts the statement's
 * balance and the ledger's to one figure by what it carries; a month is reconciled once, for a closed month of the ledger.
 * The functions run with the owner's rights, so that row security hides nothing from them.
 */
export const RECONCILIATION_CHECKS = `
CREATE FUNCTION require_statement_adds_up() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF (SELECT (count(*), NEW.opening + coalesce(sum(amount), 0)) IS DISTINCT FROM (NEW.line_count::bigint, NEW.closing::numeric)
      FROM reconciliation_line WHERE statement = NEW.id) THEN
    RAISE EXCEPTION 'statement_not_its_lines: %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM reconciliation_line
      WHERE statement = NEW.id AND date_trunc('month', on_day::timestamp) <> NEW.month) THEN
    RAISE EXCEPTION 'statement_day_outside: %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION require_closing_agrees() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  of_statement reconciliation_statement;
BEGIN
  SELECT * INTO of_statement FROM reconciliation_statement WHERE id = NEW.statement;
  IF NEW.theirs <> of_statement.closing
    OR NEW.adjusted <> NEW.ours + (SELECT coalesce(sum(amount), 0) FROM reconciliation_carried WHERE closing = NEW.id AND side = 'theirs')
    OR NEW.adjusted <> NEW.theirs + (SELECT coalesce(sum(amount), 0) FROM reconciliation_carried WHERE closing = NEW.id AND side = 'ours')
  THEN RAISE EXCEPTION 'closing_does_not_agree: %', NEW.id USING ERRCODE = 'check_violation'; END IF;
  IF of_statement.party <> 'tax' AND NEW.ours <> (SELECT coalesce(sum(n.debit - n.credit), 0) FROM ledger_entry AS n
      WHERE n.pool = of_statement.pool AND n.insurance_type = of_statement.insurance_type
        AND n.account = of_statement.account AND n.posting_month <= of_statement.month)
  THEN RAISE EXCEPTION 'closing_not_of_the_ledger: %', NEW.id USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION check_reconciled() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  of_statement reconciliation_statement;
BEGIN
  IF NEW.decision <> 'approved' THEN RETURN NEW; END IF;
  SELECT s.* INTO of_statement FROM reconciliation_statement AS s JOIN reconciliation_closing AS c ON c.statement = s.id
  WHERE c.id = NEW.closing;
  IF NOT EXISTS (SELECT FROM ledger_month AS m WHERE m.pool = of_statement.pool
      AND m.insurance_type = of_statement.insurance_type AND m.month >= of_statement.month)
  THEN RAISE EXCEPTION 'ledger_month_open'; END IF;
  IF EXISTS (SELECT FROM reconciliation_statement AS s
      WHERE (s.pool, s.insurance_type, s.party, s.account, s.month) = (of_statement.pool, of_statement.insurance_type,
        of_statement.party, of_statement.account, of_statement.month) AND s.ordinal > of_statement.ordinal)
  THEN RAISE EXCEPTION 'statement_replaced'; END IF;
  IF EXISTS (SELECT FROM reconciliation_statement AS s JOIN reconciliation_closing AS c ON c.statement = s.id
      JOIN reconciliation_closing_decision AS d ON d.closing = c.id AND d.decision = 'approved'
      WHERE (s.pool, s.insurance_type, s.party, s.account) = (of_statement.pool, of_statement.insurance_type,
        of_statement.party, of_statement.account) AND s.month >= of_statement.month)
  THEN RAISE EXCEPTION 'month_reconciled'; END IF;
  RETURN NEW;
END $$;

CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT ON reconciliation_statement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_statement_adds_up();
CREATE CONSTRAINT TRIGGER agrees AFTER INSERT ON reconciliation_closing
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_closing_agrees();
CREATE TRIGGER reconciled BEFORE INSERT ON reconciliation_closing_decision
  FOR EACH ROW EXECUTE FUNCTION check_reconciled();
`;
