import { sql } from 'kysely';
import type { Reading } from '#storage/ledger/verify/verify-ledger';

/** Rows read at a time: bounds the memory whatever the ledger's size. */
const ROWS_AT_A_TIME = 20_000;

/** The tables that the chain seals, and their fields in the order of the format. Types are by the end of the name. */
const TABLES: readonly {
  readonly word: string;
  readonly table: string;
  readonly fields: readonly string[];
}[] = [
  {
    word: 'event',
    table: 'ledger_event',
    fields: ['number', 'content_hash', 'refusal', 'posting_month', 'known_at'],
  },
  {
    word: 'books',
    table: 'ledger_account_set',
    fields: ['number', 'pool', 'insurance_type', 'kind', 'first_month', 'opened_by', 'opened_at'],
  },
  {
    word: 'month',
    table: 'ledger_month',
    fields: ['number', 'pool', 'insurance_type', 'month', 'closed_by', 'closed_at'],
  },
  {
    word: 'request',
    table: 'ledger_approval_request',
    fields: [
      'number',
      'template',
      'pool',
      'insurance_type',
      'amount',
      'cause',
      'reason',
      'requested_by',
      'requested_at',
    ],
  },
  {
    word: 'approval',
    table: 'ledger_approval',
    fields: ['number', 'request', 'decision', 'decided_by', 'decided_at'],
  },
];

/** Every sealed row's text in the order of its number, as the format of the chain has it. */
export async function* readSealedRows(
  reading: Reading,
): AsyncGenerator<{ readonly number: bigint; readonly text: string }> {
  let after = 0n;
  for (;;) {
    const { rows } = await sql<{ number: bigint; word: string; fields: readonly (string | null)[] }>`
      SELECT number, word, fields FROM (${sql.raw(TABLES.map(selectFields).join(' UNION ALL '))}) AS every
      WHERE number > ${after} ORDER BY number LIMIT ${ROWS_AT_A_TIME}`.execute(reading);
    for (const { number, word, fields } of rows) {
      yield { number, text: `[${[word, ...fields].map((field) => JSON.stringify(field)).join(', ')}]` };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.number;
  }
}

function selectFields({ word, table, fields }: (typeof TABLES)[number]): string {
  return `SELECT number, '${word}' AS word, json_build_array(${fields.map(fieldText).join(', ')}) AS fields FROM ${table}`;
}

function fieldText(field: string): string {
  if (field.endsWith('_hash')) return `encode(${field}, 'hex')`;
  if (field === 'month' || field.endsWith('_month')) return `${field}::text`;
  if (field.endsWith('_at'))
    return `replace(to_char(${field} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), ' ', 'T') || 'Z'`;
  return `${field}::text`;
}
