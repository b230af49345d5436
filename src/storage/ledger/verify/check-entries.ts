import { sql } from 'kysely';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import type { ArtefactMove } from '#storage/ledger/verify/check-templates';
import type { Reading } from '#storage/ledger/verify/verify-ledger';

/** Numbers of the ledger that are derived at a time: bounds the memory of a check over many years. */
const NUMBERS_AT_A_TIME = 400_000n;

const TITLE = { zh: '分录可由事项与模板重新得出', en: 'entries follow from events and templates' };

/**
 * Derives every entry again from its event's amounts and the artefact's template, and compares it with what is stored:
 * one too many, one missing or one changed is found, as are entries of an event that is not there or was refused.
 */
export async function checkEntries(reading: Reading, moves: readonly ArtefactMove[]): Promise<LedgerCheck> {
  const text = JSON.stringify(moves);
  let checked = 0n;
  let wrong = 0n;
  const examples: string[] = [];
  const { rows } = await sql<{ first: bigint | null; last: bigint | null }>`
    SELECT least((SELECT min(number) FROM ledger_event), (SELECT min(event) FROM ledger_entry)) AS first,
      greatest((SELECT max(number) FROM ledger_event), (SELECT max(event) FROM ledger_entry)) AS last`.execute(
    reading,
  );
  const last = rows[0]?.last ?? 0n;
  for (let from = rows[0]?.first ?? 1n; from <= last; from += NUMBERS_AT_A_TIME) {
    const part = await comparePart(reading, text, from, from + NUMBERS_AT_A_TIME);
    checked += part.checked;
    wrong += part.wrong;
    examples.push(...(part.examples ?? []));
  }
  return { name: 'entries', title: TITLE, checked, wrong, examples: examples.slice(0, 5) };
}

interface Compared {
  readonly checked: bigint;
  readonly wrong: bigint;
  readonly examples: readonly string[] | null;
}

async function comparePart(reading: Reading, moves: string, from: bigint, to: bigint): Promise<Compared> {
  const { rows } = await sql<Compared>`
    WITH template AS (
      SELECT * FROM jsonb_to_recordset(${moves}::jsonb) AS t (pack_hash text, template text, move int, is_own boolean,
        fund text, source text, debit text, credit text, amount text)
    ), move AS (
      SELECT e.number, t.move, e.posting_month, e.insurance_type, t.fund, t.source, t.debit, t.credit,
        CASE WHEN t.is_own THEN e.pool ELSE e.other_pool END AS pool,
        coalesce('pool:' || CASE WHEN t.is_own THEN e.other_pool WHEN e.other_pool IS NOT NULL THEN e.pool END, e.counterparty) AS party,
        e.category, (e.amounts ->> t.amount)::bigint AS fen
      FROM ledger_event AS e JOIN template AS t USING (pack_hash, template)
      WHERE e.number >= ${from} AND e.number < ${to} AND e.refusal IS NULL
        AND NOT (e.insurance_type = 'resident' AND t.fund IN ('account', 'unsplit'))
    ), derived AS (
      SELECT number AS event, move * 2 AS line, posting_month, pool, insurance_type, fund, source, debit AS account,
        party, category, fen AS debit, 0::bigint AS credit FROM move WHERE fen <> 0
      UNION ALL
      SELECT number, move * 2 + 1, posting_month, pool, insurance_type, fund, source, credit, party, category, 0, fen
      FROM move WHERE fen <> 0
    ), compared AS (
      SELECT coalesce(d.event, s.event) AS event,
        (d.posting_month, d.pool, d.insurance_type, CASE WHEN d.account ~ '^[0-9]+$' THEN 'cash' ELSE 'obligation' END, d.fund,
          d.source, d.account, CASE WHEN d.account !~ '^100[1-5]$' THEN d.party END, CASE WHEN d.account = '5001' THEN d.category END,
          d.debit, d.credit)
        IS DISTINCT FROM
        (s.posting_month, s.pool, s.insurance_type, s.book, s.fund, s.source, s.account, s.counterparty, s.category, s.debit, s.credit)
          AS differs
      FROM derived AS d
      FULL JOIN (SELECT * FROM ledger_entry WHERE event >= ${from} AND event < ${to}) AS s
        ON s.event = d.event AND s.line = d.line
    )
    SELECT count(*) AS checked, count(*) FILTER (WHERE differs) AS wrong,
      (array_agg('event ' || event) FILTER (WHERE differs))[1:5] AS examples
    FROM compared`.execute(reading);
  return rows[0] ?? { checked: 0n, wrong: 0n, examples: null };
}
