/**
 * What bank accounts and flows must agree with, held at commit: a run's total is that of its lines and what the ledger
 * cleared for them; a funding moved what its plan says; interest that was posted is what the bank gave. The functions
 * run with the owner's rights, so that row security hides nothing from them. A change of any row is refused.
 */
export const PAYOUT_CHECKS = `
CREATE FUNCTION require_run_adds_up() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF (SELECT (count(*), sum(pooled + account)) IS DISTINCT FROM (NEW.line_count::bigint, NEW.total::numeric)
      FROM payment_run_line WHERE run = NEW.id) THEN
    RAISE EXCEPTION 'payment_run_not_its_lines: %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- What the ledger cleared for a line in one step, by fund: below zero where it was taken back.
CREATE FUNCTION cleared_for(of_run text, of_line integer, of_step text) RETURNS TABLE (pooled numeric, account numeric)
LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(n.debit - n.credit) FILTER (WHERE n.fund = 'pooled'), 0),
    coalesce(sum(n.debit - n.credit) FILTER (WHERE n.fund = 'account'), 0)
  FROM payment_posting AS p
  JOIN payment_run AS r ON r.id = p.run
  JOIN payment_run_line AS l ON l.run = p.run AND l.line = p.line
  JOIN ledger_event AS e ON e.number = p.event AND e.refusal IS NULL
  JOIN ledger_entry AS n ON n.event = e.number AND n.pool = r.pool AND n.insurance_type = r.insurance_type
    AND n.counterparty = l.counterparty AND n.account = CASE r.purpose WHEN 'prepayment' THEN 'advance' ELSE 'payable' END
  WHERE p.run = of_run AND p.line = of_line AND p.step = of_step
$$;

CREATE FUNCTION require_run_cleared() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  cleared numeric;
  wrong integer;
BEGIN
  IF NEW.outcome = 'withdrawn' THEN
    IF EXISTS (SELECT FROM payment_posting WHERE run = NEW.run) THEN
      RAISE EXCEPTION 'payment_run_not_cleared: % is withdrawn and posted', NEW.run USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END IF;
  SELECT sum(c.pooled + c.account), count(*) FILTER (WHERE (c.pooled, c.account) IS DISTINCT FROM (l.pooled, l.account))
  INTO cleared, wrong
  FROM payment_run_line AS l CROSS JOIN LATERAL cleared_for(l.run, l.line, 'sent') AS c WHERE l.run = NEW.run;
  IF wrong > 0 OR cleared IS DISTINCT FROM (SELECT total FROM payment_run WHERE id = NEW.run) THEN
    RAISE EXCEPTION 'payment_run_not_cleared: % cleared %', NEW.run, cleared USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- A line that came back was sent before, and exactly what was sent is taken back.
CREATE FUNCTION require_line_cleared() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM payment_run_line AS l JOIN payment_run_end AS s ON s.run = l.run AND s.outcome = 'sent'
    CROSS JOIN LATERAL cleared_for(l.run, l.line, NEW.step) AS c
    WHERE l.run = NEW.run AND l.line = NEW.line
      AND c.pooled = l.pooled * CASE NEW.step WHEN 'sent' THEN 1 ELSE -1 END
      AND c.account = l.account * CASE NEW.step WHEN 'sent' THEN 1 ELSE -1 END
  ) THEN RAISE EXCEPTION 'payment_line_not_cleared: % %', NEW.run, NEW.line USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;

-- A rejected line is taken back in the ledger in the same transaction.
CREATE FUNCTION require_rejection_posted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF NEW.outcome = 'rejected' AND NOT EXISTS (
    SELECT FROM payment_posting WHERE run = NEW.run AND line = NEW.line AND step = 'sent_back'
  ) THEN RAISE EXCEPTION 'rejection_not_posted: % %', NEW.run, NEW.line USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION require_plan_funded() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT fund, sum(amount) AS amount FROM payment_plan_line WHERE plan = NEW.plan GROUP BY fund) AS l
    FULL JOIN (SELECT n.fund, sum(n.debit - n.credit) AS amount FROM ledger_entry AS n
      JOIN payment_plan AS p ON p.id = NEW.plan AND p.pool = n.pool AND p.insurance_type = n.insurance_type
      WHERE n.event = NEW.event AND n.account = '1004' GROUP BY n.fund) AS e USING (fund)
    WHERE coalesce(l.amount, 0) <> coalesce(e.amount, 0)
  ) THEN RAISE EXCEPTION 'payment_plan_not_funded: %', NEW.plan USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION require_interest_posted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF NEW.decision = 'approved' AND EXISTS (
    SELECT FROM (VALUES ('pooled'), ('account'), ('unsplit')) AS f (fund)
    CROSS JOIN LATERAL (SELECT CASE f.fund WHEN 'pooled' THEN i.pooled WHEN 'account' THEN i.account ELSE i.unsplit END AS amount
      FROM interest_notice AS i WHERE i.id = NEW.notice) AS i
    WHERE i.amount <> (SELECT coalesce(sum(n.credit - n.debit), 0) FROM interest_posting AS p
      JOIN interest_notice AS o ON o.id = p.notice
      JOIN ledger_entry AS n ON n.event = p.event AND n.pool = o.pool AND n.insurance_type = o.insurance_type
      WHERE p.notice = NEW.notice AND n.account IN ('4201', '4602') AND n.fund = f.fund)
  ) THEN RAISE EXCEPTION 'interest_not_posted: %', NEW.notice USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT ON payment_run
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_run_adds_up();
CREATE CONSTRAINT TRIGGER cleared AFTER INSERT ON payment_run_end
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_run_cleared();
CREATE CONSTRAINT TRIGGER line_cleared AFTER INSERT ON payment_posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_line_cleared();
CREATE CONSTRAINT TRIGGER rejection_posted AFTER INSERT ON bank_answer_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_rejection_posted();
CREATE CONSTRAINT TRIGGER plan_funded AFTER INSERT ON payment_plan_funding
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_plan_funded();
CREATE CONSTRAINT TRIGGER interest_posted AFTER INSERT ON interest_notice_decision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_interest_posted();
CREATE CONSTRAINT TRIGGER interest_posted AFTER INSERT ON interest_posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_interest_posted();
REVOKE EXECUTE ON FUNCTION cleared_for FROM PUBLIC;

-- All that is told of a number: whether it serves another role already.
CREATE FUNCTION number_has_other_role(of_number text, of_role text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT EXISTS (SELECT FROM bank_account_number WHERE number = of_number AND role <> of_role)
$$;
REVOKE EXECUTE ON FUNCTION number_has_other_role FROM PUBLIC;
GRANT EXECUTE ON FUNCTION number_has_other_role TO tongchou_application;
`;
