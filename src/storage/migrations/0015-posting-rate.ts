import type { Migration } from '#storage/migrations/migration';

/**
 * The ledger's writer for one event a call, the way settlement posts. Commands are read once, into values, and all that
 * follows looks rows up by their keys. One plan, kept by the session, then serves one event and a thousand, in an empty
 * ledger and in a full one; before, a plan that was made while the ledger was empty read all of it at each call.
 */
const POSTING_RATE = `
CREATE TYPE ledger_command AS (
  ordinal bigint, key text, pack_hash text, template text, pool text, other_pool text, insurance_type text,
  counterparty text, category text, amounts jsonb, effective_on date, known_at timestamptz, actor text, clauses text[],
  reverses bigint, corrects bigint, approval bigint, note text, reverses_reversal boolean, is_known boolean
);
COMMENT ON TYPE ledger_command IS 'An event as it is asked for; of a reversal with what the original says, amounts negated';

DROP FUNCTION parse_ledger_commands(jsonb);
CREATE FUNCTION parse_ledger_commands(commands jsonb) RETURNS ledger_command[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT array_agg(ROW(c.ordinal, c.key, coalesce(o.pack_hash, c.pack_hash), coalesce(o.template, c.template),
    coalesce(o.pool, c.pool), CASE WHEN o.number IS NULL THEN c.other_pool ELSE o.other_pool END,
    coalesce(o.insurance_type, c.insurance_type), CASE WHEN o.number IS NULL THEN c.counterparty ELSE o.counterparty END,
    CASE WHEN o.number IS NULL THEN c.category ELSE o.category END,
    CASE WHEN o.number IS NULL THEN c.amounts
      ELSE (SELECT jsonb_object_agg(a.key, (-a.value::bigint)::text) FROM jsonb_each_text(o.amounts) AS a) END,
    c.effective_on, c.known_at, c.actor, coalesce(c.clauses, '{}'), c.reverses, c.corrects, c.approval,
    coalesce(c.note, ''), o.reverses IS NOT NULL, o.number IS NOT NULL)::ledger_command)
  FROM ROWS FROM (jsonb_to_recordset(commands) AS (key text, pack_hash text, template text, pool text, other_pool text,
    insurance_type text, counterparty text, category text, amounts jsonb, effective_on date, known_at timestamptz,
    actor text, clauses text[], reverses bigint, corrects bigint, approval bigint, note text)) WITH ORDINALITY
    AS c (key, pack_hash, template, pool, other_pool, insurance_type, counterparty, category, amounts, effective_on,
      known_at, actor, clauses, reverses, corrects, approval, note, ordinal)
  -- OFFSET keeps this a look-up of its own for each command that reverses.
  LEFT JOIN LATERAL (SELECT * FROM ledger_event AS e
    WHERE c.reverses IS NOT NULL AND e.number = c.reverses AND e.refusal IS NULL OFFSET 0) AS o ON true);
END $$;

-- As before, the transaction's id first, but as an expression of the statement that asks, not a statement of its own.
CREATE OR REPLACE FUNCTION next_ledger_number() RETURNS bigint LANGUAGE sql
RETURN CASE WHEN pg_current_xact_id() IS NOT NULL THEN nextval('ledger_number') END;

-- What few events ask. Each is a function of its own, so that the others do not pay for making its query ready.
CREATE FUNCTION ledger_event_is_reversed(original bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM ledger_event AS e WHERE e.reverses = original AND e.refusal IS NULL);
END $$;

CREATE FUNCTION ledger_correction_fits(original bigint, by_template text, own_pool text, event_type text,
  event_other text, party text
) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM ledger_event AS e WHERE e.number = original AND e.refusal IS NULL
    AND e.template = by_template AND e.pool = own_pool AND e.insurance_type = event_type
    AND e.other_pool IS NOT DISTINCT FROM event_other AND e.counterparty IS NOT DISTINCT FROM party);
END $$;

CREATE FUNCTION judge_ledger_approval(approved bigint, for_template text, own_pool text, event_type text, total numeric,
  allowed_causes text[]
) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT CASE
      WHEN count(*) = 0 THEN 'approval_missing'
      WHEN bool_or(r.template <> for_template OR r.pool <> own_pool OR r.insurance_type <> event_type) THEN 'approval_of_other'
      WHEN bool_or(r.amount < total) THEN 'approval_exceeded'
      WHEN bool_or(r.cause <> ALL (allowed_causes) AND allowed_causes <> '{}') THEN 'cause_not_allowed'
      WHEN bool_or(EXISTS (SELECT FROM ledger_event AS e WHERE e.approval = approved AND e.refusal IS NULL)) THEN 'approval_used'
    END FROM ledger_approval_request AS r JOIN ledger_approval AS d ON d.request = r.number
    WHERE r.number = approved AND d.decision = 'approved');
END $$;

-- Why an event may not be posted; null when it may. Codes are explained by src/domain/fund/posting-refusals.ts.
CREATE OR REPLACE FUNCTION judge_ledger_event(event_pack text, event_template text, own_pool text, event_other text,
  event_type text, party text, event_category text, event_amounts jsonb, reversed bigint, corrected bigint, approved bigint,
  original_known boolean, original_reverses boolean, books_kind text, other_books_kind text
) RETURNS TABLE (refusal text) LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN reversed IS NOT NULL AND NOT original_known THEN 'event_unknown'
    WHEN original_reverses THEN 'reversal_of_reversal'
    WHEN reversed IS NOT NULL AND ledger_event_is_reversed(reversed) THEN 'already_reversed'
    WHEN t.id IS NULL THEN 'template_unknown'
    WHEN event_type IS NULL OR event_type <> ALL (t.types) THEN 'type_not_of_template'
    WHEN books_kind IS NULL THEN 'books_not_opened'
    WHEN t.between_pools AND event_other IS NULL THEN 'other_pool_missing'
    WHEN NOT t.between_pools AND event_other IS NOT NULL THEN 'other_pool_not_wanted'
    WHEN event_other = own_pool THEN 'same_pool'
    WHEN t.between_pools AND other_books_kind IS NULL THEN 'books_not_opened'
    WHEN books_kind <> t.own_kind OR other_books_kind <> t.other_kind THEN 'wrong_kind_of_books'
    WHEN (party IS NOT NULL) <> (t.parties <> '{}' AND NOT t.between_pools)
      OR party IS NOT NULL AND (split_part(party, ':', 1) <> ALL (t.parties) OR party !~ '^[a-z]+:.+$') THEN 'counterparty_wrong'
    WHEN (event_category IS NOT NULL) <> (t.categories <> '{}') OR t.categories <> '{}' AND event_category <> ALL (t.categories) THEN 'category_wrong'
    WHEN a.keys IS DISTINCT FROM CASE event_type WHEN 'employee' THEN t.employee_amounts ELSE t.resident_amounts END
      THEN 'amounts_wrong'
    WHEN a.is_nothing THEN 'amount_zero'
    WHEN corrected IS NOT NULL AND NOT ledger_correction_fits(corrected, t.id, own_pool, event_type, event_other, party)
      THEN 'correction_wrong'
    WHEN a.is_negative AND reversed IS NULL AND corrected IS NULL AND t.kind <> 'close' THEN 'amount_negative'
    WHEN NOT n.needed AND approved IS NOT NULL THEN 'approval_not_wanted'
    WHEN n.needed THEN judge_ledger_approval(approved, t.id, own_pool, event_type, a.total, t.causes)
    END
  FROM (SELECT array_agg(p.key ORDER BY p.key COLLATE "C") AS keys, sum(abs(p.value::bigint)) AS total,
      bool_and(p.value::bigint = 0) AS is_nothing, bool_or(p.value::bigint < 0) AS is_negative
    FROM jsonb_each_text(event_amounts) AS p) AS a
  LEFT JOIN journal_template AS t ON t.pack_hash = event_pack AND t.id = event_template
  -- Taking back what put money under restriction frees it: that needs the second person as well.
  CROSS JOIN LATERAL (SELECT t.needs_approval AND (reversed IS NULL OR t.touches_restricted)
    OR t.touches_restricted AND a.is_negative AS needed) AS n
$$;

-- Posts events, one to many, in the caller's transaction. Gives for each, in the order given: key, number, refusal
-- (null when posted), posting_month, and whether it was there already. A key that comes again with other content is
-- answered with the refusal key_reused, and nothing is kept of it. Its plans are made once in a session: planning takes
-- longer than posting.
CREATE OR REPLACE FUNCTION post_events(commands jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  asked ledger_command[] := parse_ledger_commands(commands);
  results jsonb;
  missing boolean;
  unbalanced bigint;
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

  WITH judged AS MATERIALIZED (
    SELECT g.*, verdict.refusal,
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

DROP FUNCTION lock_ledger_books(text[], text[]);
`;

export const migration0015: Migration = { number: 15, name: 'posting rate', sql: POSTING_RATE };
