import type { Migration } from '#storage/migrations/migration';

/**
 * What closed off-site cases got back in a year (JX-2.2.4), by events of the ledger. It reads cases and events of every
 * department, so that a year's figures do not depend on who gathers them, and shows only pools in scope. The other place of
 * a case is a pool of the year, or its place; money of others stays where it is.
 */
const OFF_SITE_RECOVERIES = `
CREATE FUNCTION off_site_recoveries(of_pools text[], of_type text, of_year integer)
RETURNS TABLE (pool text, other text, case_number bigint, template text, amount bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT c.pool, o.id, c.number, e.template, CASE WHEN is_standing_event(e.number)
    THEN least(r.amount, (SELECT coalesce(sum(n.debit), 0)::bigint FROM ledger_entry AS n
      WHERE n.event = e.number AND n.account = '1003' AND n.fund = 'pooled'))
    ELSE 0 END
  FROM supervision_case AS c
  JOIN supervision_closing AS x ON x.case_number = c.number
  JOIN supervision_finding AS f ON f.case_number = c.number
  JOIN supervision_report AS p ON p.finding = f.number
  JOIN supervision_return AS r ON r.report = p.number
  JOIN ledger_event AS e ON e.number = r.event
  CROSS JOIN LATERAL (SELECT o.id FROM pool AS o WHERE o.id = ANY (of_pools)
    AND c.off_site IN (o.id, o.place) ORDER BY o.id = c.off_site DESC, o.id LIMIT 1) AS o
  WHERE c.line_kind = 'off_site' AND c.pool = ANY (of_pools) AND c.insurance_type = of_type
    AND c.pool IN (SELECT pools_in_scope())
    AND e.posting_month BETWEEN make_date(of_year, 1, 1) AND make_date(of_year, 12, 1)
  ORDER BY c.pool, o.id, c.number, e.number
$$;
COMMENT ON FUNCTION off_site_recoveries IS 'Pooled money that closed off-site cases got back in a year, by pool and the other pool, in fen; zero where the event was reversed';
REVOKE EXECUTE ON FUNCTION off_site_recoveries FROM PUBLIC;
GRANT EXECUTE ON FUNCTION off_site_recoveries TO tongchou_application;
`;

export const migration0033: Migration = {
  number: 33,
  name: 'recoveries of off-site cases',
  sql: OFF_SITE_RECOVERIES,
};
