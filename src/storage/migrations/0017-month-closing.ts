/**
 * The income account and the treasury are nil at the end of a month (NAT-28.7, NAT-144.39-a). A month at whose end one
 * is not is closed only with the reason why, which the chain seals with the month. The rule stands on the table, so that
 * no function gets round it; the reason comes to it through the transaction, as the acting user does.
 */
export const MONTH_CLOSING = `
ALTER TABLE ledger_month ADD COLUMN unswept_reason text CHECK (btrim(unswept_reason) <> '');
COMMENT ON COLUMN ledger_month.unswept_reason IS
  'Why it was closed while income account or treasury held money; null where they were nil, and before reasons were asked';

CREATE FUNCTION month_is_swept() RETURNS trigger LANGUAGE plpgsql SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM ledger_balance AS b
    WHERE b.pool = NEW.pool AND b.insurance_type = NEW.insurance_type AND b.posting_month <= NEW.month
      AND b.account IN ('1002', '1005')
    GROUP BY b.account HAVING sum(b.debit) <> sum(b.credit)
  ) THEN
    NEW.unswept_reason := nullif(btrim(current_setting('tongchou.unswept_reason', true)), '');
    IF NEW.unswept_reason IS NULL THEN
      RAISE EXCEPTION 'income account or treasury is not nil at the end of %', NEW.month
        USING ERRCODE = 'check_violation', CONSTRAINT = 'unswept_needs_reason';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER month_is_swept BEFORE INSERT ON ledger_month FOR EACH ROW EXECUTE FUNCTION month_is_swept();

-- As close_ledger_month, for one who may know that something is not swept and says why; null: knows of nothing.
CREATE FUNCTION close_ledger_month(of_pool text, of_type text, of_month date, by_person text, at timestamptz, for_reason text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE broken text;
BEGIN
  PERFORM set_config('tongchou.unswept_reason', coalesce(for_reason, ''), true);
  RETURN close_ledger_month(of_pool, of_type, of_month, by_person, at);
EXCEPTION WHEN check_violation THEN
  GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
  IF broken = 'unswept_needs_reason' THEN RETURN 'accounts_unswept'; END IF;
  RAISE;
END $$;
REVOKE EXECUTE ON FUNCTION close_ledger_month(text, text, date, text, timestamptz) FROM tongchou_application;
REVOKE EXECUTE ON FUNCTION close_ledger_month(text, text, date, text, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION close_ledger_month(text, text, date, text, timestamptz, text) TO tongchou_application;
`;
