import type { Migration } from '#storage/migrations/migration';

/**
 * How payment plans and runs end without money. Who proposed one takes it back before another person decided it: a
 * decision of its own kind, so that a record is either decided or taken back. And what is not funded or sent when the
 * December of its year is closed has lapsed: the budget that bears it is over with its books.
 */
const PAYMENT_ENDS = `
ALTER TABLE payment_plan_decision
  DROP CONSTRAINT payment_plan_decision_decision_check,
  DROP CONSTRAINT payment_plan_second_person,
  ADD CONSTRAINT payment_plan_decision_kind CHECK (decision IN ('approved', 'rejected', 'withdrawn')),
  ADD CONSTRAINT payment_plan_second_person CHECK ((decision = 'withdrawn') = (decided_by = proposer));
COMMENT ON TABLE payment_plan_decision IS 'What another person said to a plan, or that its drafter took it back before';

ALTER TABLE payment_run_decision
  DROP CONSTRAINT payment_run_decision_decision_check,
  DROP CONSTRAINT payment_run_second_person,
  ADD CONSTRAINT payment_run_decision_kind CHECK (decision IN ('approved', 'rejected', 'withdrawn')),
  ADD CONSTRAINT payment_run_second_person CHECK ((decision = 'withdrawn') = (decided_by = proposer));
COMMENT ON TABLE payment_run_decision IS 'What another person said to a run, or that its proposer took it back before';

ALTER TABLE payment_run_end
  DROP CONSTRAINT payment_run_end_decision_check,
  ADD CONSTRAINT payment_run_end_decision CHECK (decision = 'approved' OR decision = 'withdrawn' AND outcome = 'withdrawn');
COMMENT ON TABLE payment_run_end IS
  'A run is posted and its file given to the bank (null: it only set off), or withdrawn, before its decision or after';

-- Whether the books of a day's year are over: its December is closed.
CREATE FUNCTION payment_year_over(of_pool text, of_type text, of_day date) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM ledger_month AS m WHERE m.pool = of_pool AND m.insurance_type = of_type
    AND m.month >= make_date(extract(year FROM of_day)::integer, 12, 1))
$$;
REVOKE EXECUTE ON FUNCTION payment_year_over FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment_year_over TO tongchou_application;

CREATE FUNCTION refuse_lapsed_plan() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF (SELECT payment_year_over(p.pool, p.insurance_type, p.month) FROM payment_plan AS p WHERE p.id = NEW.plan) THEN
    RAISE EXCEPTION 'payment_plan_lapsed: %', NEW.plan USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_lapsed_run() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF NEW.outcome = 'sent'
    AND (SELECT payment_year_over(r.pool, r.insurance_type, r.pays_on) FROM payment_run AS r WHERE r.id = NEW.run) THEN
    RAISE EXCEPTION 'payment_run_lapsed: %', NEW.run USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER in_its_year BEFORE INSERT ON payment_plan_funding FOR EACH ROW EXECUTE FUNCTION refuse_lapsed_plan();
CREATE TRIGGER in_its_year BEFORE INSERT ON payment_run_end FOR EACH ROW EXECUTE FUNCTION refuse_lapsed_run();
`;

export const migration0027: Migration = { number: 27, name: 'payment-ends', sql: PAYMENT_ENDS };
