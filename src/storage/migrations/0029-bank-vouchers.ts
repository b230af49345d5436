/**
 * The numbers of the bank's vouchers behind events (银行回单号): what a recording was given stands as the first line of the
 * event's note, sealed with it, and of a payment that the bank confirmed in its answer. One number stands for one movement
 * of an account (NAT-144.39-c); what it stands for is found here, past row security, for whoever gives it again.
 */
export const BANK_VOUCHERS = `
-- As references are compared (normaliseReference): full-width signs, case and spaces make no difference.
ALTER TABLE bank_answer_line ADD COLUMN voucher text NOT NULL
  GENERATED ALWAYS AS (upper(regexp_replace(normalize(reference, NFKC), '\\s+', '', 'g'))) STORED;
CREATE INDEX bank_answer_voucher ON bank_answer_line (voucher) WHERE voucher <> '';
CREATE INDEX ledger_event_voucher ON ledger_event (split_part(note, E'\\n', 1)) WHERE note LIKE '银行回单 %';

-- Events of an account that a voucher stands for; one that was reversed stands for nothing.
CREATE FUNCTION voucher_uses(of_pool text, of_type text, of_account text, of_voucher text)
RETURNS TABLE (event bigint, key text, effective_on date, run text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT e.number, e.key, e.effective_on, p.run
  FROM (
    SELECT n.number FROM ledger_event AS n
    WHERE n.note LIKE '银行回单 %' AND split_part(n.note, E'\\n', 1) = '银行回单 ' || of_voucher
    UNION
    SELECT p.event FROM bank_answer_line AS a
    JOIN payment_posting AS p ON p.run = a.run AND p.line = a.line AND p.step = 'sent'
    WHERE a.voucher = of_voucher AND a.voucher <> '' AND a.outcome = 'paid'
  ) AS u
  JOIN ledger_event AS e ON e.number = u.number AND e.refusal IS NULL
  LEFT JOIN payment_posting AS p ON p.event = e.number
  WHERE NOT EXISTS (SELECT FROM ledger_event AS r WHERE r.reverses = e.number AND r.refusal IS NULL)
    AND EXISTS (SELECT FROM ledger_entry AS n WHERE n.event = e.number AND n.pool = of_pool
      AND n.insurance_type = of_type AND n.account = of_account)
  ORDER BY e.number
$$;

-- The same for events that are asked for, on each deposit account that they would move.
CREATE FUNCTION voucher_uses(commands jsonb)
RETURNS TABLE (voucher text, account text, event bigint, key text, effective_on date, run text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT DISTINCT ON (m.voucher, u.event) m.voucher, m.account, u.event, u.key, u.effective_on, u.run
  FROM (
    SELECT DISTINCT substr(split_part(c.note, E'\\n', 1), 6) AS voucher, c.insurance_type, side.account,
      CASE j.pool_role WHEN 'own' THEN c.pool ELSE c.other_pool END AS pool
    FROM unnest(parse_ledger_commands(commands)) AS c
    JOIN journal_move AS j ON j.pack_hash = c.pack_hash AND j.template = c.template
    CROSS JOIN LATERAL (VALUES (j.debit_account), (j.credit_account)) AS side (account)
    WHERE c.note LIKE '银行回单 %' AND side.account IN ('1002', '1003', '1004', '1005')
      AND (c.insurance_type = 'employee' OR j.fund = 'pooled') AND (c.amounts ->> j.amount)::bigint <> 0
  ) AS m
  CROSS JOIN LATERAL voucher_uses(m.pool, m.insurance_type, m.account, m.voucher) AS u
  ORDER BY m.voucher, u.event, m.account
$$;
REVOKE EXECUTE ON FUNCTION voucher_uses(text, text, text, text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION voucher_uses(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION voucher_uses(text, text, text, text) TO tongchou_application;
GRANT EXECUTE ON FUNCTION voucher_uses(jsonb) TO tongchou_application;
`;
