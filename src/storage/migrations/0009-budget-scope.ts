/**
 * Row security of budgets, and what a later row may no longer do. A round and its adoption are seen from every place
 * below it, since they bind there; the consolidation itself, with the figures of others, is not. Reviewing and
 * approving are done from the round's own place.
 */
export const BUDGET_SCOPE = `
CREATE FUNCTION scope_lies_below(of_place text) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (
  SELECT FROM unnest(string_to_array(current_setting('tongchou.scope', true), ',')) AS part
  WHERE place_covers(of_place, split_part(part, '|', 1)));
COMMENT ON FUNCTION scope_lies_below IS 'Whether this transaction acts for a place that lies in the other';

CREATE FUNCTION refuse_budget_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'budget_is_append_only: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE
  of_table text;
  tables CONSTANT text[] := '{budget_round,budget,budget_version,budget_submission,budget_exception,budget_review,budget_reopening,budget_consolidation,budget_member,budget_adoption,budget_paper,budget_paper_decision}';
BEGIN
  FOREACH of_table IN ARRAY tables LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_table);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_budget_change()', of_table);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO tongchou_application', of_table);
    EXECUTE format('GRANT SELECT ON %I TO tongchou_auditor', of_table);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO tongchou_auditor USING (true)', of_table || '_audit', of_table);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO tongchou_application USING (in_scope(place, NULL)%s)',
      of_table || '_seen', of_table,
      CASE WHEN of_table IN ('budget_round', 'budget_adoption') THEN ' OR scope_lies_below(place)' ELSE '' END);
  END LOOP;
  FOREACH of_table IN ARRAY '{budget_round,budget,budget_version,budget_submission,budget_exception,budget_consolidation,budget_adoption,budget_paper}'::text[] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO tongchou_application
      WITH CHECK (made_by = acting_user() AND in_scope(place, NULL))', of_table || '_added', of_table);
  END LOOP;
END $$;

CREATE POLICY budget_review_added ON budget_review FOR INSERT TO tongchou_application
  WITH CHECK (made_by = acting_user() AND EXISTS (
    SELECT FROM budget_version AS v JOIN budget AS b ON b.id = v.budget_id
    WHERE v.id = version_id AND in_scope(b.round_place, NULL)));
CREATE POLICY budget_reopening_added ON budget_reopening FOR INSERT TO tongchou_application
  WITH CHECK (made_by = acting_user() AND EXISTS (
    SELECT FROM budget_version AS v JOIN budget AS b ON b.id = v.budget_id
    WHERE v.id = version_id AND in_scope(b.round_place, NULL)));
CREATE POLICY budget_paper_decision_added ON budget_paper_decision FOR INSERT TO tongchou_application
  WITH CHECK (made_by = acting_user() AND EXISTS (
    SELECT FROM budget AS b WHERE b.id = budget_id AND in_scope(b.round_place, NULL)));
CREATE POLICY budget_member_added ON budget_member FOR INSERT TO tongchou_application
  WITH CHECK (EXISTS (SELECT FROM budget_consolidation AS c
    WHERE c.id = consolidation_id AND c.round_id = budget_member.round_id AND c.made_by = acting_user()));

-- Adopted is adopted: no further draft, no further consolidation, nothing more in the one that was decided.
CREATE FUNCTION refuse_after_adoption() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  of_round text;
BEGIN
  IF TG_TABLE_NAME = 'budget_version' THEN
    SELECT b.round_id INTO of_round FROM budget AS b WHERE b.id = NEW.budget_id;
  ELSE
    of_round := NEW.round_id;
  END IF;
  -- Taken by whoever adds to the round and by whoever adopts it, so that neither overlooks the other.
  PERFORM pg_advisory_xact_lock(hashtext('budget_round ' || of_round));
  IF EXISTS (SELECT FROM budget_adoption AS a WHERE a.round_id = of_round AND a.decision = 'adopted') THEN
    RAISE EXCEPTION 'budget_adopted' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'budget_adopted';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before_adoption_only BEFORE INSERT ON budget FOR EACH ROW EXECUTE FUNCTION refuse_after_adoption();
CREATE TRIGGER before_adoption_only BEFORE INSERT ON budget_version FOR EACH ROW EXECUTE FUNCTION refuse_after_adoption();
CREATE TRIGGER before_adoption_only BEFORE INSERT ON budget_consolidation FOR EACH ROW EXECUTE FUNCTION refuse_after_adoption();
CREATE TRIGGER before_adoption_only BEFORE INSERT ON budget_adoption FOR EACH ROW EXECUTE FUNCTION refuse_after_adoption();

CREATE FUNCTION refuse_after_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM budget_adoption AS a WHERE a.consolidation_id = NEW.consolidation_id)
    OR EXISTS (SELECT FROM budget_reopening AS o WHERE o.version_id = NEW.version_id) THEN
    RAISE EXCEPTION 'budget_decided' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'budget_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before_decision_only BEFORE INSERT ON budget_member FOR EACH ROW EXECUTE FUNCTION refuse_after_decision();

-- Only before a consolidation that holds the draft waits for its approval or is adopted.
CREATE FUNCTION refuse_late_reopening() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('budget_round ' || b.round_id))
  FROM budget_version AS v JOIN budget AS b ON b.id = v.budget_id WHERE v.id = NEW.version_id;
  IF EXISTS (
    SELECT FROM budget_member AS m LEFT JOIN budget_adoption AS a ON a.consolidation_id = m.consolidation_id
    WHERE m.version_id = NEW.version_id AND a.decision IS DISTINCT FROM 'returned'
  ) THEN
    RAISE EXCEPTION 'budget_decided' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'budget_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before_approval_only BEFORE INSERT ON budget_reopening FOR EACH ROW EXECUTE FUNCTION refuse_late_reopening();

-- A draft waits for its review, and an accepted one is not drafted again before it is opened again.
CREATE FUNCTION refuse_second_draft() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM budget_version AS v JOIN budget_submission AS s ON s.version_id = v.id
    LEFT JOIN budget_review AS r ON r.version_id = v.id
    LEFT JOIN budget_reopening AS o ON o.version_id = v.id
    WHERE v.budget_id = NEW.budget_id AND r.decision IS DISTINCT FROM 'returned' AND o.version_id IS NULL
  ) THEN
    RAISE EXCEPTION 'budget_under_review' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'budget_under_review';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_second_draft BEFORE INSERT ON budget_version FOR EACH ROW EXECUTE FUNCTION refuse_second_draft();

-- An approved final account ends what may be said of the year's budget, but for its evaluation.
CREATE FUNCTION refuse_after_final_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('budget ' || NEW.budget_id));
  IF NEW.kind <> 'evaluation' AND EXISTS (
    SELECT FROM budget_paper_decision AS d
    WHERE d.budget_id = NEW.budget_id AND d.kind = 'final_account' AND d.decision = 'approved'
  ) THEN
    RAISE EXCEPTION 'budget_settled' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'budget_settled';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before_final_account_only BEFORE INSERT ON budget_paper FOR EACH ROW EXECUTE FUNCTION refuse_after_final_account();
CREATE TRIGGER before_final_account_only BEFORE INSERT ON budget_paper_decision FOR EACH ROW EXECUTE FUNCTION refuse_after_final_account();
`;
