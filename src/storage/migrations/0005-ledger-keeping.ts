/**
 * The further functions of the ledger: templates, books, approvals, blocks; and who may call what. Those that write for
 * a pool ask `require_ledger_scope` and the register of pools, both of migration 7.
 */
export const LEDGER_KEEPING = `
-- Reads the journal templates out of a stored pack version and those it extends; nothing is told that is not in the
-- hashed artefact. Again with the same pack it does nothing.
CREATE FUNCTION register_journal(of_pack text) RETURNS integer
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
      texts(t -> 'categories'), t ? 'approval', texts(t -> 'causes'), of_template.*
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

CREATE FUNCTION texts(list jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(one), '{}') FROM jsonb_array_elements_text(coalesce(list, '[]')) AS one
$$;

-- Templates that would make money out of nothing, or keep an adjustment fund's money in a pool's books.
CREATE VIEW journal_faults AS
SELECT m.pack_hash, m.template
FROM (
  SELECT pack_hash, template, pool_role, amount,
    bool_or('3001' IN (debit_account, credit_account) OR debit_account IN ('4601', '4602')) AS is_internal,
    sum((debit_account IN ('1001', '1002', '1003', '1004', '1005'))::int
      - (credit_account IN ('1001', '1002', '1003', '1004', '1005'))::int) AS deposits
  FROM journal_move WHERE book = 'cash' GROUP BY pack_hash, template, pool_role, amount
) AS m JOIN journal_template AS t ON t.pack_hash = m.pack_hash AND t.id = m.template
WHERE m.is_internal AND t.kind NOT IN ('opening') AND m.deposits <> 0
UNION ALL
SELECT pack_hash, template FROM journal_move
GROUP BY pack_hash, template, pool_role
HAVING bool_or(source IN ('adjustment', 'risk_reserve')) AND bool_or(source NOT IN ('adjustment', 'risk_reserve'));

CREATE FUNCTION open_ledger_books(of_pool text, of_type text, of_kind text, from_month date, by_person text, at timestamptz)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  PERFORM require_ledger_scope(ARRAY[of_pool], '{}', ARRAY[by_person]);
  IF NOT EXISTS (SELECT FROM pool WHERE id = of_pool AND kind = of_kind) THEN RETURN 'pool_unknown'; END IF;
  INSERT INTO ledger_account_set (pool, insurance_type, kind, first_month, opened_by, opened_at)
  VALUES (of_pool, of_type, of_kind, from_month, by_person, at) ON CONFLICT DO NOTHING;
  RETURN CASE WHEN FOUND THEN NULL ELSE 'books_opened' END;
END $$;

CREATE FUNCTION request_ledger_approval(of_template text, of_pool text, of_type text, of_amount bigint, of_cause text,
  for_reason text, by_person text, at timestamptz
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE made bigint;
BEGIN
  PERFORM require_ledger_scope(ARRAY[of_pool], '{}', ARRAY[by_person]);
  INSERT INTO ledger_approval_request (template, pool, insurance_type, amount, cause, reason, requested_by, requested_at)
  VALUES (of_template, of_pool, of_type, of_amount, of_cause, for_reason, by_person, at) RETURNING number INTO made;
  RETURN made;
END $$;

CREATE FUNCTION decide_ledger_approval(of_request bigint, of_decision text, by_person text, at timestamptz)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE broken text;
BEGIN
  PERFORM require_ledger_scope(array_agg(pool), '{}', ARRAY[by_person]) FROM ledger_approval_request WHERE number = of_request;
  IF NOT EXISTS (SELECT FROM ledger_approval_request WHERE number = of_request) THEN RETURN 'request_unknown'; END IF;
  INSERT INTO ledger_approval (request, requester, decision, decided_by, decided_at)
  SELECT number, person, of_decision, by_person, at FROM ledger_approval_request WHERE number = of_request
  ON CONFLICT (request) DO NOTHING;
  RETURN CASE WHEN FOUND THEN NULL ELSE 'request_decided' END;
EXCEPTION WHEN check_violation THEN
  GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
  IF broken = 'second_person' THEN RETURN 'same_person'; END IF;
  RAISE;
END $$;

-- Takes a block from the sealer and folds what it seals into the totals. Of two sealers one fails on the keys.
CREATE FUNCTION append_ledger_block(block jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  INSERT INTO ledger_block SELECT * FROM jsonb_populate_record(NULL::ledger_block, block);
  INSERT INTO ledger_total AS t
  SELECT pool, insurance_type, posting_month, book, fund, source, account, sum(debit), sum(credit) FROM ledger_entry
  WHERE event BETWEEN (block ->> 'first_number')::bigint AND (block ->> 'last_number')::bigint
  GROUP BY pool, insurance_type, posting_month, book, fund, source, account
  ON CONFLICT (pool, insurance_type, posting_month, book, fund, source, account)
  DO UPDATE SET debit = t.debit + excluded.debit, credit = t.credit + excluded.credit;
END $$;

GRANT SELECT ON journal_faults TO tongchou_application, tongchou_auditor;
DO $$
DECLARE own text;
BEGIN
  FOREACH own IN ARRAY '{post_events(jsonb),close_ledger_month(text\\,text\\,date\\,text\\,timestamptz),register_journal(text),open_ledger_books(text\\,text\\,text\\,date\\,text\\,timestamptz),request_ledger_approval(text\\,text\\,text\\,bigint\\,text\\,text\\,text\\,timestamptz),decide_ledger_approval(bigint\\,text\\,text\\,timestamptz),append_ledger_block(jsonb)}'::text[] LOOP
    EXECUTE 'REVOKE EXECUTE ON FUNCTION ' || own || ' FROM PUBLIC';
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || own || ' TO tongchou_application';
  END LOOP;
END $$;
`;
