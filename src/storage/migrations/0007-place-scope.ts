/**
 * Who sees what of the register and of the ledger. The ledger's policies ask for the visible pools once a query, by
 * a subquery that does not depend on the row, so that a scan pays one look-up in a hash table for each row.
 */
export const PLACE_SCOPE = `
CREATE FUNCTION sees_everywhere() RETURNS boolean LANGUAGE sql STABLE
RETURN coalesce('*|*' = ANY (string_to_array(current_setting('tongchou.scope', true), ',')), false);
COMMENT ON FUNCTION sees_everywhere IS 'Whether this transaction is of who controls the machine, or of the sealer';

-- Who a row of the register names as recording it; the machine has no account.
CREATE FUNCTION acting_person() RETURNS text LANGUAGE sql STABLE
RETURN nullif(acting_user(), 'machine');

CREATE FUNCTION pools_in_scope() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = tongchou, pg_temp AS $$
  SELECT id FROM pool WHERE in_scope(place, NULL)
$$;

ALTER TABLE place ENABLE ROW LEVEL SECURITY;
CREATE POLICY place_seen ON place FOR SELECT TO tongchou_application USING (in_scope(path, NULL));
CREATE POLICY place_added ON place FOR INSERT TO tongchou_application
  WITH CHECK (recorded_by IS NOT DISTINCT FROM acting_person() AND in_scope(path, NULL));

ALTER TABLE place_end ENABLE ROW LEVEL SECURITY;
CREATE POLICY place_end_seen ON place_end FOR SELECT TO tongchou_application USING (in_scope(path, NULL));
CREATE POLICY place_end_added ON place_end FOR INSERT TO tongchou_application
  WITH CHECK (recorded_by IS NOT DISTINCT FROM acting_person() AND in_scope(path, NULL));

ALTER TABLE pool ENABLE ROW LEVEL SECURITY;
CREATE POLICY pool_seen ON pool FOR SELECT TO tongchou_application USING (in_scope(place, NULL));
CREATE POLICY pool_added ON pool FOR INSERT TO tongchou_application
  WITH CHECK (recorded_by IS NOT DISTINCT FROM acting_person() AND in_scope(place, NULL));

ALTER TABLE fund_member ENABLE ROW LEVEL SECURITY;
CREATE POLICY fund_member_seen ON fund_member FOR SELECT TO tongchou_application
  USING (pool IN (SELECT pools_in_scope()));
CREATE POLICY fund_member_added ON fund_member FOR INSERT TO tongchou_application
  WITH CHECK (recorded_by IS NOT DISTINCT FROM acting_person()
    AND pool IN (SELECT pools_in_scope()) AND fund IN (SELECT pools_in_scope()));

-- A county joins a pool by the word of who is over both.
ALTER TABLE pooling ENABLE ROW LEVEL SECURITY;
CREATE POLICY pooling_seen ON pooling FOR SELECT TO tongchou_application USING (in_scope(place, NULL));
CREATE POLICY pooling_added ON pooling FOR INSERT TO tongchou_application
  WITH CHECK (recorded_by IS NOT DISTINCT FROM acting_person() AND in_scope(place, NULL)
    AND pool IN (SELECT pools_in_scope()));

-- Of the functions that write the ledger: nobody acts in the name of another or for a pool out of sight. The other
-- pool of an event is in sight too, or is the adjustment fund that the own pool belongs to.
CREATE FUNCTION require_ledger_scope(own_pools text[], other_pools text[], actors text[]) RETURNS void
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF acting_user() <> ANY (actors) THEN
    RAISE EXCEPTION 'actor_not_acting: % acts', acting_user() USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF sees_everywhere() THEN RETURN; END IF;
  IF EXISTS (
    SELECT FROM unnest(own_pools, other_pools) AS asked (own, other)
    WHERE asked.own NOT IN (SELECT pools_in_scope())
      OR asked.other NOT IN (SELECT pools_in_scope())
        AND NOT EXISTS (SELECT FROM fund_member AS m WHERE m.pool = asked.own AND m.fund = asked.other)
  ) THEN RAISE EXCEPTION 'pool_out_of_scope' USING ERRCODE = 'insufficient_privilege'; END IF;
END $$;

DO $$
DECLARE of_table text;
BEGIN
  FOREACH of_table IN ARRAY '{ledger_account_set,ledger_month,ledger_approval_request,ledger_entry,ledger_total}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_table);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO tongchou_application
      USING ((SELECT sees_everywhere()) OR pool IN (SELECT pools_in_scope()))', of_table || '_seen', of_table);
  END LOOP;
  FOREACH of_table IN ARRAY '{place,place_end,pool,fund_member,pooling}'::text[] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO tongchou_application', of_table);
    EXECUTE format('GRANT SELECT ON %I TO tongchou_auditor', of_table);
  END LOOP;
  FOREACH of_table IN ARRAY '{place,place_end,pool,fund_member,pooling,ledger_account_set,ledger_month,ledger_approval_request,ledger_approval,ledger_event,ledger_entry,ledger_total}'::text[] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO tongchou_auditor USING (true)', of_table || '_audit', of_table);
  END LOOP;
END $$;

ALTER TABLE ledger_approval ENABLE ROW LEVEL SECURITY;
CREATE POLICY ledger_approval_seen ON ledger_approval FOR SELECT TO tongchou_application
  USING (request IN (SELECT r.number FROM ledger_approval_request AS r));

-- An event between two pools is seen from both; its entries each from its own.
ALTER TABLE ledger_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY ledger_event_seen ON ledger_event FOR SELECT TO tongchou_application
  USING ((SELECT sees_everywhere()) OR pool IN (SELECT pools_in_scope()) OR other_pool IN (SELECT pools_in_scope()));

ALTER VIEW ledger_balance SET (security_invoker = true);
`;
