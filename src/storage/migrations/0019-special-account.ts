/**
 * No special account pays what it does not hold (NAT-144.36): an event that takes money out of one, of a fund and a source,
 * is refused where the account would be below zero, whatever template or workflow posts it. A reversal takes back what was
 * never there and is not held to it. Events of one call count together, so that what comes in with them pays what goes out.
 */
export const SPECIAL_ACCOUNT = `
-- Whose special accounts events would take money from; what only receives needs no lock.
CREATE FUNCTION special_accounts_paid_from(asked ledger_command[]) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT array_agg(DISTINCT CASE m.pool_role WHEN 'own' THEN c.pool ELSE c.other_pool END || '/' || c.insurance_type
      ORDER BY CASE m.pool_role WHEN 'own' THEN c.pool ELSE c.other_pool END || '/' || c.insurance_type)
    FROM unnest(asked) AS c
    JOIN journal_move AS m ON m.pack_hash = c.pack_hash AND m.template = c.template
    WHERE c.reverses IS NULL AND (m.credit_account = '1003' OR m.debit_account = '1003' AND c.corrects IS NOT NULL));
END $$;

-- Which of the events that were just posted, by their place in the call, took money out of a special account that is now
-- below zero: what is sealed is summed already, what is not is found by its account (the views for readers would be read
-- whole).
CREATE FUNCTION short_of_special_account(results jsonb) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (WITH taken AS MATERIALIZED (
      SELECT r.ordinality AS ordinal, n.pool, n.insurance_type, n.fund, n.source
      FROM jsonb_array_elements(results) WITH ORDINALITY AS r
      JOIN ledger_entry AS n ON n.event = (r.value ->> 'number')::bigint AND n.account = '1003'
      JOIN ledger_event AS e ON e.number = n.event AND e.reverses IS NULL
      WHERE r.value ->> 'refusal' IS NULL AND NOT (r.value ->> 'replayed')::boolean
      GROUP BY 1, 2, 3, 4, 5 HAVING sum(n.debit - n.credit) < 0
    ), sealed AS MATERIALIZED (
      SELECT coalesce(max(last_number), 0) AS through FROM ledger_block
    ), held AS MATERIALIZED (
      SELECT t.pool, t.insurance_type, t.fund, t.source, (
          SELECT coalesce(sum(s.debit - s.credit), 0) FROM ledger_total AS s
          WHERE (s.pool, s.insurance_type, s.account, s.fund, s.source) = (t.pool, t.insurance_type, '1003', t.fund, t.source)
        ) + (
          SELECT coalesce(sum(n.debit - n.credit), 0) FROM ledger_entry AS n
          WHERE (n.pool, n.insurance_type, n.account, n.fund, n.source) = (t.pool, t.insurance_type, '1003', t.fund, t.source)
            AND n.event > (SELECT through FROM sealed)
        ) AS balance
      FROM (SELECT DISTINCT pool, insurance_type, fund, source FROM taken) AS t
    )
    SELECT array_agg(DISTINCT t.ordinal) FROM taken AS t
    JOIN held AS h USING (pool, insurance_type, fund, source) WHERE h.balance < 0);
END $$;

-- Writes events that are locked and in scope; those of \`short\` are kept as refused.
CREATE FUNCTION write_ledger_events(commands jsonb, asked ledger_command[], short bigint[]) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  results jsonb;
  missing boolean;
  unbalanced bigint;
BEGIN
  WITH judged AS MATERIALIZED (
    SELECT g.*,
      coalesce(verdict.refusal, CASE WHEN g.ordinal = ANY (short) THEN 'special_account_short' END) AS refusal,
      greatest(date_trunc('month', g.effective_on::timestamp)::date, own.month, other.month) AS posting_month,
      sha256(convert_to(jsonb_strip_nulls(jsonb_build_object('key', g.key, 'pack_hash', g.pack_hash,
        'template', g.template, 'pool', g.pool, 'other_pool', g.other_pool, 'insurance_type', g.insurance_type,
        'counterparty', g.counterparty, 'category', g.category, 'amounts', g.amounts, 'effective_on', g.effective_on,
        'actor', g.actor, 'clauses', g.clauses, 'reverses', g.reverses, 'corrects', g.corrects,
        'approval', g.approval, 'note', g.note))::text, 'UTF8')) AS content_hash
    FROM unnest(asked) AS g
    LEFT JOIN LATERAL first_open_month(g.pool, g.insurance_type) AS own ON true
    LEFT JOIN LATERAL first_open_month(g.other_pool, g.insurance_type) AS other ON true
    CROSS JOIN LATERAL judge_ledger_event(g.pack_hash, g.template, g.pool, g.other_pool, g.insurance_type,
      g.counterparty, g.category, g.amounts, g.reverses, g.corrects, g.approval, g.is_known, g.reverses_reversal,
      own.kind, other.kind) AS verdict
  ), new_event AS (
    INSERT INTO ledger_event (number, key, content_hash, refusal, pack_hash, template, pool, other_pool,
      insurance_type, counterparty, category, amounts, effective_on, known_at, posting_month, actor, clauses, reverses,
      corrects, approval, note)
    SELECT next_ledger_number(), j.key, j.content_hash, j.refusal, j.pack_hash, j.template, j.pool, j.other_pool,
      j.insurance_type, j.counterparty, j.category, j.amounts, j.effective_on, j.known_at,
      CASE WHEN j.refusal IS NULL THEN j.posting_month END, j.actor, j.clauses, j.reverses, j.corrects, j.approval, j.note
    FROM judged AS j ORDER BY j.ordinal
    ON CONFLICT (key) DO NOTHING
    RETURNING *
  ), new_entry AS (
    INSERT INTO ledger_entry (event, line, posting_month, pool, insurance_type, book, fund, source, account,
      counterparty, category, debit, credit)
    SELECT e.number, m.move * 2 + side.line, e.posting_month, CASE m.pool_role WHEN 'own' THEN e.pool ELSE e.other_pool END,
      e.insurance_type, m.book, m.fund, m.source, side.account,
      CASE WHEN side.account IN ('1001', '1002', '1003', '1004', '1005') THEN NULL
        WHEN e.other_pool IS NULL THEN e.counterparty
        WHEN m.pool_role = 'own' THEN 'pool:' || e.other_pool ELSE 'pool:' || e.pool END,
      CASE WHEN side.account = '5001' THEN e.category END, side.debit, side.credit
    FROM new_event AS e
    JOIN journal_move AS m ON m.pack_hash = e.pack_hash AND m.template = e.template
    CROSS JOIN LATERAL (SELECT (e.amounts ->> m.amount)::bigint AS fen) AS a
    CROSS JOIN LATERAL (VALUES (0, m.debit_account, a.fen, 0), (1, m.credit_account, 0, a.fen)) AS side (line, account, debit, credit)
    WHERE e.refusal IS NULL AND (e.insurance_type = 'employee' OR m.fund = 'pooled') AND a.fen <> 0
    RETURNING event, pool, book, fund, source, debit, credit
  )
  SELECT jsonb_agg(jsonb_build_object('key', j.key, 'number', e.number, 'refusal', e.refusal,
      'posting_month', e.posting_month, 'replayed', false, 'hash', encode(j.content_hash, 'hex')) ORDER BY j.ordinal),
    bool_or(e.number IS NULL),
    (SELECT count(*) FROM (SELECT FROM new_entry GROUP BY event, pool, book, fund, source HAVING sum(debit) <> sum(credit)) AS wrong)
  INTO results, missing, unbalanced
  FROM judged AS j LEFT JOIN new_event AS e USING (key);

  IF unbalanced > 0 THEN RAISE EXCEPTION 'ledger_unbalanced: % groups of entries', unbalanced; END IF;
  IF missing THEN
    SELECT jsonb_agg(CASE WHEN r.value ->> 'number' IS NOT NULL THEN r.value
      WHEN encode(e.content_hash, 'hex') = r.value ->> 'hash' THEN jsonb_build_object('key', e.key,
        'number', e.number, 'refusal', e.refusal, 'posting_month', e.posting_month, 'replayed', true)
      ELSE jsonb_build_object('key', e.key, 'number', e.number, 'refusal', 'key_reused', 'posting_month', NULL,
        'replayed', true) END ORDER BY r.ordinality)
    INTO results
    FROM jsonb_array_elements(results) WITH ORDINALITY AS r
    LEFT JOIN LATERAL (SELECT * FROM ledger_event AS k WHERE k.key = r.value ->> 'key' OFFSET 0) AS e ON true;
  END IF;
  RETURN results;
END $$;
REVOKE EXECUTE ON FUNCTION write_ledger_events(jsonb, ledger_command[], bigint[]) FROM PUBLIC;

-- As before; and whoever acts is held to what special accounts hold. What is short is undone, and done again without it.
CREATE OR REPLACE FUNCTION post_events(commands jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  asked ledger_command[] := parse_ledger_commands(commands);
  short bigint[] := '{}';
  found bigint[];
  payers text[];
  results jsonb;
BEGIN
  PERFORM require_ledger_scope(array_agg(c.pool), array_agg(c.other_pool), array_agg(c.actor)) FROM unnest(asked) AS c;
  -- Shared against the closing of a month; books in one order, so that nobody waits in a circle.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(books.pool || '/' || books.insurance_type, 5))
  FROM (SELECT DISTINCT each.pool, c.insurance_type FROM unnest(asked) AS c, unnest(ARRAY[c.pool, c.other_pool]) AS each (pool)
        WHERE each.pool IS NOT NULL AND c.insurance_type IS NOT NULL ORDER BY 1, 2) AS books;
  IF jsonb_path_exists(commands, '$[*] ? (exists(@.reverses) || exists(@.approval))') THEN
    PERFORM 1 FROM ledger_event
    WHERE number = ANY (ARRAY(SELECT c.reverses FROM unnest(asked) AS c)) ORDER BY number FOR UPDATE;
    PERFORM 1 FROM ledger_approval_request
    WHERE number = ANY (ARRAY(SELECT c.approval FROM unnest(asked) AS c)) ORDER BY number FOR UPDATE;
  END IF;
  payers := special_accounts_paid_from(asked);
  IF acting_user() IS NULL OR payers IS NULL THEN
    RETURN write_ledger_events(commands, asked, short);
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(payer, 19)) FROM unnest(payers) AS payer;
  LOOP
    BEGIN
      results := write_ledger_events(commands, asked, short);
      found := short_of_special_account(results);
      IF found IS NULL THEN RETURN results; END IF;
      RAISE EXCEPTION 'special_account_short' USING ERRCODE = 'LS001';
    EXCEPTION WHEN SQLSTATE 'LS001' THEN
      short := short || found;
    END;
  END LOOP;
END $$;
`;
