/**
 * Row security by place and department. A transaction states with SET LOCAL who acts (tongchou.user) and what that
 * person may see (tongchou.scope: \`place|department\` parted by commas, \`*\` for every department; the place \`*\` is
 * every place and nobody's grant: who controls the machine). Without it nothing is seen. Later tables do the same:
 *
 *   ALTER TABLE t ENABLE ROW LEVEL SECURITY;
 *   CREATE POLICY t_scope ON t TO tongchou_application USING (in_scope(place, department));
 *   CREATE POLICY t_audit ON t FOR SELECT TO tongchou_auditor USING (true);
 */
export const IDENTITY_SCOPE = `
CREATE FUNCTION acting_user() RETURNS text LANGUAGE sql STABLE
RETURN nullif(current_setting('tongchou.user', true), '');

CREATE FUNCTION in_scope(of_place text, of_department text) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (
  SELECT FROM unnest(string_to_array(current_setting('tongchou.scope', true), ',')) AS part
  WHERE (split_part(part, '|', 1) = '*' OR place_covers(split_part(part, '|', 1), of_place))
    AND (of_department IS NULL OR split_part(part, '|', 2) IN ('*', of_department)));
COMMENT ON FUNCTION in_scope IS 'Whether this transaction may see a row of the place and department; null: of no department';

ALTER TABLE identity_user ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_user_seen ON identity_user FOR SELECT TO tongchou_application
  USING (id = acting_user() OR in_scope(place, department));
CREATE POLICY identity_user_added ON identity_user FOR INSERT TO tongchou_application
  WITH CHECK (created_by = acting_user() AND in_scope(place, department));

ALTER TABLE identity_user_end ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_user_end_seen ON identity_user_end FOR SELECT TO tongchou_application
  USING (EXISTS (SELECT FROM identity_user AS u WHERE u.id = user_id));
CREATE POLICY identity_user_end_added ON identity_user_end FOR INSERT TO tongchou_application
  WITH CHECK (ended_by = acting_user()
    AND EXISTS (SELECT FROM identity_user AS u WHERE u.id = user_id AND in_scope(u.place, u.department)));

ALTER TABLE identity_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_grant_seen ON identity_grant FOR SELECT TO tongchou_application
  USING (user_id = acting_user() OR in_scope(place, NULL));
CREATE POLICY identity_grant_added ON identity_grant FOR INSERT TO tongchou_application
  WITH CHECK (requested_by = acting_user() AND in_scope(place, NULL));

ALTER TABLE identity_grant_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_grant_decision_seen ON identity_grant_decision FOR SELECT TO tongchou_application
  USING (EXISTS (SELECT FROM identity_grant AS g WHERE g.id = grant_id));
CREATE POLICY identity_grant_decision_added ON identity_grant_decision FOR INSERT TO tongchou_application
  WITH CHECK (decided_by = acting_user()
    AND EXISTS (SELECT FROM identity_grant AS g WHERE g.id = grant_id AND in_scope(g.place, NULL)));

ALTER TABLE identity_grant_end ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_grant_end_seen ON identity_grant_end FOR SELECT TO tongchou_application
  USING (EXISTS (SELECT FROM identity_grant AS g WHERE g.id = grant_id));
CREATE POLICY identity_grant_end_added ON identity_grant_end FOR INSERT TO tongchou_application
  WITH CHECK (ended_by = acting_user()
    AND EXISTS (SELECT FROM identity_grant AS g WHERE g.id = grant_id AND in_scope(g.place, NULL)));

ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
CREATE POLICY break_glass_seen ON break_glass FOR SELECT TO tongchou_application
  USING (user_id = acting_user() OR in_scope(place, department));
CREATE POLICY break_glass_taken ON break_glass FOR INSERT TO tongchou_application
  WITH CHECK (user_id = acting_user());

ALTER TABLE break_glass_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY break_glass_review_seen ON break_glass_review FOR SELECT TO tongchou_application
  USING (EXISTS (SELECT FROM break_glass AS b WHERE b.id = break_glass_id));
CREATE POLICY break_glass_review_added ON break_glass_review FOR INSERT TO tongchou_application
  WITH CHECK (reviewed_by = acting_user()
    AND EXISTS (SELECT FROM break_glass AS b WHERE b.id = break_glass_id AND in_scope(b.place, b.department)));

-- Without a place are sign-ins under unknown names: whoever may see anything at all sees them.
ALTER TABLE access_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY access_log_seen ON access_log FOR SELECT TO tongchou_application
  USING (in_scope(place, department) OR (place IS NULL AND current_setting('tongchou.scope', true) <> ''));
CREATE POLICY access_log_added ON access_log FOR INSERT TO tongchou_application WITH CHECK (true);

GRANT SELECT, INSERT ON identity_user, identity_user_end, identity_grant, identity_grant_decision,
  identity_grant_end, break_glass, break_glass_review, access_log TO tongchou_application;
GRANT SELECT ON identity_user, identity_user_end, identity_grant, identity_grant_decision, identity_grant_end,
  break_glass, break_glass_review, access_log TO tongchou_auditor;
DO $$
DECLARE of_table text;
BEGIN
  FOREACH of_table IN ARRAY '{identity_user,identity_user_end,identity_grant,identity_grant_decision,identity_grant_end,break_glass,break_glass_review,access_log}'::text[] LOOP
    EXECUTE format('CREATE POLICY %s ON %s FOR SELECT TO tongchou_auditor USING (true)', of_table || '_audit', of_table);
  END LOOP;
END $$;
`;
