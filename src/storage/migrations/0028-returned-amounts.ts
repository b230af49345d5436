/**
 * What returns amounts of an earlier year, such as a correction of the split between the pooled fund and personal accounts
 * (NAT-28.8), is held to them: a template names the amounts of other templates that it gives back of, the approval names
 * the year, and no more goes back than what was posted of that year less what went back before. Both are approved, so that
 * they are found among the few events with an approval.
 */
export const RETURNED_AMOUNTS = `
ALTER TABLE journal_template ADD COLUMN returns text[] NOT NULL DEFAULT '{}'
  CONSTRAINT returning_needs_approval CHECK (needs_approval OR returns = '{}');
COMMENT ON COLUMN journal_template.returns IS 'Amounts that it gives back of, each as template.amount, of the year that the approval names';

ALTER TABLE ledger_approval_request ADD COLUMN year integer CHECK (year BETWEEN 1000 AND 9999);
COMMENT ON COLUMN ledger_approval_request.year IS 'Of which year amounts go back; null where the template returns none';

-- As before, with the amounts that templates return.
CREATE OR REPLACE FUNCTION register_journal(of_pack text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  artefact text := (SELECT text FROM pack_artefact WHERE hash = of_pack);
  faulty text;
BEGIN
  IF artefact IS NULL THEN RAISE EXCEPTION 'pack_unknown: %', of_pack; END IF;
  IF encode(sha256(convert_to(artefact, 'UTF8')), 'hex') <> of_pack THEN RAISE EXCEPTION 'pack_altered: %', of_pack; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('register_journal', 5));
  IF EXISTS (SELECT FROM journal_template WHERE pack_hash = of_pack) THEN RETURN 0; END IF;

  WITH RECURSIVE part (content) AS (
    SELECT artefact::jsonb
    UNION ALL
    SELECT parent.value FROM part, jsonb_array_elements(part.content -> 'extends') AS parent
  ), template AS (
    SELECT DISTINCT one.value AS t FROM part, jsonb_array_elements(part.content #> '{pack,journal,templates}') AS one
  ), move AS (
    SELECT t ->> 'id' AS id, m.ordinality - 1 AS move, CASE WHEN m.value ? 'pool' THEN 'other' ELSE 'own' END AS pool_role,
      CASE WHEN m.value ->> 'debit' ~ '^[0-9]{4}$' THEN 'cash' ELSE 'obligation' END AS book,
      coalesce(m.value ->> 'fund', 'pooled') AS fund, coalesce(m.value ->> 'source', 'current') AS source,
      m.value ->> 'debit' AS debit, m.value ->> 'credit' AS credit, m.value ->> 'amount' AS amount
    FROM template, jsonb_array_elements(t -> 'moves') WITH ORDINALITY AS m
  ), header AS (
    INSERT INTO journal_template
    SELECT of_pack, t ->> 'id', coalesce(t ->> 'kind', 'ordinary'), texts(t -> 'types'), texts(t -> 'parties'),
      texts(t -> 'categories'), t ? 'approval', texts(t -> 'causes'), of_template.*,
      texts(t -> 'returns')
    FROM template CROSS JOIN LATERAL (
      SELECT bool_or(pool_role = 'other'),
        CASE WHEN bool_or(source IN ('adjustment', 'risk_reserve')) FILTER (WHERE pool_role = 'own') THEN 'fund' ELSE 'pool' END,
        CASE WHEN bool_or(pool_role = 'other') THEN CASE WHEN bool_or(source IN ('adjustment', 'risk_reserve'))
          FILTER (WHERE pool_role = 'other') THEN 'fund' ELSE 'pool' END END,
        array_agg(DISTINCT amount COLLATE "C" ORDER BY amount COLLATE "C"),
        coalesce(array_agg(DISTINCT amount COLLATE "C" ORDER BY amount COLLATE "C") FILTER (WHERE fund = 'pooled'), '{}'),
        bool_or(source IN ('pre_pooling', 'risk_reserve')),
        bool_or(source IN ('pre_pooling', 'risk_reserve') AND credit IN ('1001', '1002', '1003', '1004', '1005'))
      FROM move WHERE move.id = t ->> 'id') AS of_template
  )
  INSERT INTO journal_move
  SELECT of_pack, id, move, pool_role, book, fund, source, debit, credit, amount FROM move;

  SELECT string_agg(DISTINCT template, ', ') INTO faulty FROM journal_faults WHERE pack_hash = of_pack;
  IF faulty IS NOT NULL THEN RAISE EXCEPTION 'journal_faulty: %', faulty USING ERRCODE = 'check_violation'; END IF;
  RETURN (SELECT count(*) FROM journal_template WHERE pack_hash = of_pack);
END $$;

DROP FUNCTION request_ledger_approval(text, text, text, bigint, text, text, text, timestamptz);
CREATE FUNCTION request_ledger_approval(of_template text, of_pool text, of_type text, of_amount bigint, of_cause text,
  for_reason text, by_person text, at timestamptz, of_year integer DEFAULT NULL
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE made bigint;
BEGIN
  PERFORM require_ledger_scope(ARRAY[of_pool], '{}', ARRAY[by_person]);
  INSERT INTO ledger_approval_request (template, pool, insurance_type, amount, cause, reason, requested_by, requested_at, year)
  VALUES (of_template, of_pool, of_type, of_amount, of_cause, for_reason, by_person, at, of_year) RETURNING number INTO made;
  RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION request_ledger_approval FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_ledger_approval TO tongchou_application;

-- What was posted of a year's amounts, with its differences and without what was reversed, less what a template gave back.
CREATE FUNCTION ledger_left_of_year(returned text[], by_template text, own_pool text, event_type text, of_year integer)
RETURNS numeric LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT coalesce(sum(part.fen), 0) FROM (
    SELECT (e.amounts ->> split_part(one, '.', 2))::bigint AS fen
    FROM unnest(returned) AS one
    JOIN ledger_approval_request AS r
      ON r.template = split_part(one, '.', 1) AND r.pool = own_pool AND r.insurance_type = event_type
    JOIN ledger_event AS e ON e.approval = r.number AND e.refusal IS NULL
    LEFT JOIN ledger_event AS o ON o.number = e.corrects
    WHERE extract(year FROM coalesce(o.effective_on, e.effective_on)) = of_year AND NOT ledger_event_is_reversed(e.number)
    UNION ALL
    SELECT -a.value::bigint
    FROM ledger_approval_request AS r
    JOIN ledger_event AS e ON e.approval = r.number AND e.refusal IS NULL
    CROSS JOIN LATERAL jsonb_each_text(e.amounts) AS a
    WHERE r.template = by_template AND r.pool = own_pool AND r.insurance_type = event_type AND r.year = of_year
      AND NOT ledger_event_is_reversed(e.number)
  ) AS part);
END $$;

-- Events of one call are judged before any of them is there; together they are held to it here.
CREATE FUNCTION refuse_above_given() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF (SELECT ledger_left_of_year(t.returns, NEW.template, NEW.pool, NEW.insurance_type, r.year) < 0
      FROM journal_template AS t JOIN ledger_approval_request AS r ON r.number = NEW.approval
      WHERE t.pack_hash = NEW.pack_hash AND t.id = NEW.template AND t.returns <> '{}') THEN
    RAISE EXCEPTION 'above_given: event %', NEW.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION refuse_above_given FROM PUBLIC;
CREATE TRIGGER within_what_was_given AFTER INSERT ON ledger_event FOR EACH ROW
  WHEN (NEW.approval IS NOT NULL AND NEW.refusal IS NULL) EXECUTE FUNCTION refuse_above_given();

DROP FUNCTION judge_ledger_approval(bigint, text, text, text, numeric, text[]);
CREATE FUNCTION judge_ledger_approval(approved bigint, for_template text, own_pool text, event_type text, total numeric,
  allowed_causes text[], returned text[]
) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT CASE
      WHEN count(*) = 0 THEN 'approval_missing'
      WHEN bool_or(r.template <> for_template OR r.pool <> own_pool OR r.insurance_type <> event_type) THEN 'approval_of_other'
      WHEN bool_or(r.amount < total) THEN 'approval_exceeded'
      WHEN bool_or(r.cause <> ALL (allowed_causes) AND allowed_causes <> '{}') THEN 'cause_not_allowed'
      WHEN bool_or(returned <> '{}'
        AND coalesce(ledger_left_of_year(returned, for_template, own_pool, event_type, r.year), 0) < total) THEN 'above_given'
      WHEN bool_or(EXISTS (SELECT FROM ledger_event AS e WHERE e.approval = approved AND e.refusal IS NULL)) THEN 'approval_used'
    END FROM ledger_approval_request AS r JOIN ledger_approval AS d ON d.request = r.number
    WHERE r.number = approved AND d.decision = 'approved');
END $$;

-- As before, and held to what was given of the year.
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
    WHEN n.needed THEN judge_ledger_approval(approved, t.id, own_pool, event_type, a.total, t.causes, t.returns)
    END
  FROM (SELECT array_agg(p.key ORDER BY p.key COLLATE "C") AS keys, sum(abs(p.value::bigint)) AS total,
      bool_and(p.value::bigint = 0) AS is_nothing, bool_or(p.value::bigint < 0) AS is_negative
    FROM jsonb_each_text(event_amounts) AS p) AS a
  LEFT JOIN journal_template AS t ON t.pack_hash = event_pack AND t.id = event_template
  -- Taking back what put money under restriction frees it: that needs the second person as well.
  CROSS JOIN LATERAL (SELECT t.needs_approval AND (reversed IS NULL OR t.touches_restricted)
    OR t.touches_restricted AND a.is_negative AS needed) AS n
$$;
`;
