import type { Migration } from '#storage/migrations/migration';

/** Remittances and fundings within a year of full pooling (JH-4.7-a) are matters too: one person asks, another grants. */
const KINDS = `
ALTER TABLE adjustment_matter DROP CONSTRAINT adjustment_matter_kind_check;
ALTER TABLE adjustment_matter ADD CONSTRAINT adjustment_matter_kind_check
  CHECK (kind IN ('emergency', 'adoption', 'handover', 'assessment', 'remittance', 'funding'));
COMMENT ON TABLE adjustment_matter IS 'Emergency applications, adopted figures, handovers, assessments, and remittances and fundings within a year, as one person asked for them';
`;

/**
 * What moved within a year ahead of its settlement, by the line of the year that takes it into account: granted remittances
 * and fundings, and balances from before pooling that two people used for a gap (JH-4.7-e). It reads approvals and events
 * of every department, so that a year's figures do not depend on who gathers them, and shows only a fund in scope.
 */
const ADVANCES = `
CREATE FUNCTION year_advances(of_fund text, of_type text)
RETURNS TABLE (year integer, line text, part text, event bigint, amount bigint, posting_month date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT m.year, CASE m.kind WHEN 'remittance' THEN 'levy/' ELSE 'allocation/full_pooling/' END || m.pool, 'paid',
    e.number, (e.amounts ->> CASE m.kind WHEN 'remittance' THEN 'levy' ELSE 'allocation' END)::bigint, e.posting_month
  FROM adjustment_matter AS m
  JOIN adjustment_matter_decision AS d ON d.matter_id = m.id AND d.decision = 'granted'
  JOIN ledger_event AS e ON e.number = d.event
  WHERE m.kind IN ('remittance', 'funding') AND m.insurance_type = of_type AND of_fund IN (e.pool, e.other_pool)
    AND of_fund IN (SELECT pools_in_scope()) AND is_standing_event(e.number)
  UNION ALL
  SELECT extract(year FROM e.posting_month)::integer, 'legacy/' || e.pool, 'internal', e.number,
    (e.amounts ->> 'pooled')::bigint, e.posting_month
  FROM ledger_approval_request AS r
  JOIN ledger_event AS e ON e.approval = r.number AND e.refusal IS NULL
  WHERE r.template = 'pre_pooling_used' AND r.cause = 'local_gap' AND r.insurance_type = of_type
    AND of_fund IN (SELECT pools_in_scope()) AND is_standing_event(e.number)
    AND of_fund = (SELECT f.fund FROM fund_member AS f
      WHERE f.pool = e.pool AND f.since <= make_date(extract(year FROM e.posting_month)::integer, 12, 31)
      ORDER BY f.since DESC LIMIT 1)
    AND NOT EXISTS (SELECT FROM adjustment_year_posting AS p WHERE p.event = e.number)
  ORDER BY 4
$$;
COMMENT ON FUNCTION year_advances IS 'Money that a fund and its pools moved within years, in fen, by the line of the year that settles it';
REVOKE EXECUTE ON FUNCTION year_advances FROM PUBLIC;
GRANT EXECUTE ON FUNCTION year_advances TO tongchou_application;
`;

export const migration0034: Migration = {
  number: 34,
  name: 'advances of a year',
  sql: KINDS + ADVANCES,
};
