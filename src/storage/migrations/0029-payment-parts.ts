/**
 * A payment plan is funded in as many parts as the special account allows, never above the plan in either fund; and a
 * checker who accepts interest of another amount than was to be expected says why.
 */
export const PAYMENT_PARTS = `
ALTER TABLE payment_plan_funding DROP CONSTRAINT payment_plan_funding_pkey, ADD PRIMARY KEY (plan, event);
COMMENT ON TABLE payment_plan_funding IS 'What was moved for a plan from the special to the expenditure account, part by part';

CREATE OR REPLACE FUNCTION require_plan_funded() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT fund, sum(amount) AS amount FROM payment_plan_line WHERE plan = NEW.plan GROUP BY fund) AS l
    FULL JOIN (SELECT n.fund, sum(n.debit - n.credit) AS amount, min(n.debit - n.credit) AS least
      FROM payment_plan_funding AS f JOIN ledger_entry AS n ON n.event = f.event
      JOIN payment_plan AS p ON p.id = f.plan AND p.pool = n.pool AND p.insurance_type = n.insurance_type
      WHERE f.plan = NEW.plan AND n.account = '1004' GROUP BY n.fund) AS e USING (fund)
    WHERE coalesce(e.amount, 0) > coalesce(l.amount, 0) OR e.least < 0
  ) OR NOT EXISTS (SELECT FROM payment_plan AS p JOIN ledger_entry AS n ON n.event = NEW.event
    WHERE p.id = NEW.plan AND n.pool = p.pool AND n.insurance_type = p.insurance_type AND n.account = '1004')
  THEN RAISE EXCEPTION 'payment_plan_not_funded: %', NEW.plan USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;

ALTER TABLE interest_notice_decision ADD COLUMN reason text NOT NULL DEFAULT '';
COMMENT ON COLUMN interest_notice_decision.reason IS
  'Why another amount than was to be expected is accepted; empty where it is what was expected, and before reasons were asked';

CREATE FUNCTION require_interest_reason() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF NEW.decision = 'approved' AND btrim(NEW.reason) = ''
    AND EXISTS (SELECT FROM interest_notice AS i WHERE i.id = NEW.notice AND i.amount <> i.expected) THEN
    RAISE EXCEPTION 'interest_without_reason: %', NEW.notice USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER with_reason BEFORE INSERT ON interest_notice_decision
  FOR EACH ROW EXECUTE FUNCTION require_interest_reason();
`;
