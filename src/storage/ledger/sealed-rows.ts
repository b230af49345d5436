const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;
const DAY = `'YYYY-MM-DD'`;

/**
 * What a block seals, a row of text for each row: its table and its fields as a JSON array of texts. Of an event its
 * content's hash stands for the content. Entries need no place here: they follow from events and templates, and the
 * templates from the pack whose hash the event names; `verify` derives both again. It writes this form by code of its
 * own, so a change here is a change of the format (docs/decisions/0008-two-books.md). A month has a further field where
 * there was a reason to close it unswept, and a request where it names a year, so that blocks from before these were asked
 * hold.
 */
export const SEALED_ROWS = `
  SELECT number, jsonb_build_array('event', number::text, encode(content_hash, 'hex'), refusal,
    to_char(posting_month, ${DAY}), to_char(known_at AT TIME ZONE 'UTC', ${INSTANT}))::text AS row_text FROM ledger_event
  UNION ALL
  SELECT number, jsonb_build_array('books', number::text, pool, insurance_type, kind, to_char(first_month, ${DAY}),
    opened_by, to_char(opened_at AT TIME ZONE 'UTC', ${INSTANT}))::text FROM ledger_account_set
  UNION ALL
  SELECT number, (jsonb_build_array('month', number::text, pool, insurance_type, to_char(month, ${DAY}), closed_by,
    to_char(closed_at AT TIME ZONE 'UTC', ${INSTANT})) ||
    CASE WHEN unswept_reason IS NULL THEN '[]' ELSE jsonb_build_array(unswept_reason) END)::text FROM ledger_month
  UNION ALL
  SELECT number, (jsonb_build_array('request', number::text, template, pool, insurance_type, amount::text, cause, reason,
    requested_by, to_char(requested_at AT TIME ZONE 'UTC', ${INSTANT})) ||
    CASE WHEN year IS NULL THEN '[]' ELSE jsonb_build_array(year::text) END)::text FROM ledger_approval_request
  UNION ALL
  SELECT number, jsonb_build_array('approval', number::text, request::text, decision, decided_by,
    to_char(decided_at AT TIME ZONE 'UTC', ${INSTANT}))::text FROM ledger_approval`;
