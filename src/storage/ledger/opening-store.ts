import { sql, type Kysely } from 'kysely';
import type { ApprovalWhole } from '#application/ports/ledger-store';
import type {
  KeptEvent,
  KeptOpening,
  OpeningOffice,
  OpeningProposal,
  OpeningStore,
  StoredOpening,
} from '#application/ports/opening-store';
import type { Scope } from '#domain/identity/account';
import type { OpeningEvent } from '#domain/fund/opening';
import { present } from '#kernel/assert';
import { fen, type Fen } from '#kernel/fen';
import type { Database } from '#storage/database/connect';
import { rowsOf } from '#storage/database/rows-of';
import type { Tables } from '#storage/database/tables';
import { transact } from '#storage/database/transact';
import { inScope } from '#storage/identity/in-scope';
import { createLedgerStore } from '#storage/ledger/ledger-store';

/** An event of a file as it is written: amounts in fen as text, with the number of its request. */
interface WrittenEvent extends Omit<KeptEvent, 'amounts' | 'approval'> {
  readonly amounts: Texts;
  readonly approval: string;
}

/** The cause of every opening template. */
const CAUSE = 'opening';

/** The port on PostgreSQL: each call is one transaction, which does all of a file or nothing. */
export function createOpeningStore(database: Database): OpeningStore {
  return {
    propose: (scope, opening, events, now) =>
      transact(database, scope, async (within) => {
        if (await isThere(within, opening.fileHash)) return 'opened_before';
        const requests = await requestApprovals(within, scope, opening, events, now);
        const kept = events.map(({ total: _total, amounts, ...event }, index) => ({
          ...event,
          amounts: textsOf(amounts),
          approval: present(requests[index], 'a request for each event').toString(),
        }));
        const id = await insertOpening(within, opening, kept, { by: scope.userId, now });
        await sql`INSERT INTO approval_whole (request, whole)
          SELECT number, ${wholeOf(id)} FROM unnest(${requests}::bigint[]) AS number`.execute(within);
        return { id };
      }),

    list: (scope) =>
      inScope(database, scope, async (within) => {
        const { rows } = await sql<StoredRow>`SELECT o.id, o.place, o.file_name, o.file_hash, o.pack_hash,
            o.effective_on, o.row_count, o.totals::text AS totals, o.reason, jsonb_array_length(o.events) AS event_count,
            o.requested_by, o.requested_at, d.decision, d.decided_by, d.decided_at
          FROM ledger_opening AS o LEFT JOIN ledger_opening_decision AS d ON d.opening = o.id
          ORDER BY o.id DESC`.execute(within);
        return rows.map(({ totals, ...row }) => ({ ...row, totals: fensOf(JSON.parse(totals) as Texts) }));
      }),

    within: (scope, work) => transact(database, scope, (within) => work(openingOffice(within, scope.userId))),
  };
}

/** Names the whole with which a file's requests are decided. */
function wholeOf(id: bigint): ApprovalWhole {
  return `opening ${id}`;
}

type Texts = Readonly<Record<string, string>>;
type StoredRow = Omit<StoredOpening, 'totals'> & { readonly totals: string };

function textsOf(amounts: Readonly<Record<string, Fen>>): Texts {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount.toString()]));
}

function fensOf(texts: Texts): Readonly<Record<string, Fen>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fen(BigInt(text))]));
}

/**
 * Whether the same file was imported before and not rejected; of two simultaneous imports the second finds its keys
 * taken.
 */
async function isThere(within: Kysely<Tables>, fileHash: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM ledger_opening AS o
    LEFT JOIN ledger_opening_decision AS d ON d.opening = o.id
    WHERE o.file_hash = ${fileHash} AND d.decision IS DISTINCT FROM 'rejected'`.execute(within);
  return rows.length > 0;
}

async function requestApprovals(
  within: Kysely<Tables>,
  { userId }: Scope,
  { reason, fileHash }: OpeningProposal,
  events: readonly OpeningEvent[],
  now: string,
): Promise<readonly bigint[]> {
  const wanted = JSON.stringify(
    events.map(({ template, pool, insuranceType, total }) => ({
      template,
      pool,
      insurance_type: insuranceType,
      amount: total.toString(),
    })),
  );
  const why = `${reason} (${fileHash.slice(0, 12)})`;
  const { rows } = await sql<{ number: bigint }>`
    SELECT request_ledger_approval(w.template, w.pool, w.insurance_type, w.amount, ${CAUSE}, ${why}, ${userId}, ${now}) AS number
    FROM ROWS FROM (jsonb_to_recordset(${wanted}::jsonb)
      AS (template text, pool text, insurance_type text, amount bigint)) WITH ORDINALITY AS w ORDER BY w.ordinality`.execute(
    within,
  );
  return rows.map(({ number }) => number);
}

async function insertOpening(
  within: Kysely<Tables>,
  { place, fileName, fileHash, packHash, effectiveOn, rowCount, totals, reason }: OpeningProposal,
  events: readonly WrittenEvent[],
  { by, now }: { readonly by: string; readonly now: string },
): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    INSERT INTO ledger_opening (place, file_name, file_hash, pack_hash, effective_on, row_count, totals, reason, events,
      requested_by, requested_at)
    VALUES (${place}, ${fileName}, ${fileHash}, ${packHash}, ${effectiveOn}, ${rowCount},
      ${JSON.stringify(textsOf(totals))}::jsonb, ${reason}, ${JSON.stringify(events)}::jsonb, ${by}, ${now})
    RETURNING id`.execute(within);
  return present(rows[0], 'the opening as it was just kept').id;
}

function openingOffice(within: Kysely<Tables>, by: string): OpeningOffice {
  return {
    async find(id) {
      const [found] = await rowsOf<Omit<KeptOpening, 'events'> & { readonly events: string }>(
        within,
        sql`SELECT id, file_hash, file_name, pack_hash, effective_on, requested_by, events::text AS events
          FROM ledger_opening WHERE id = ${id}`,
      );
      if (found === undefined) return undefined;
      const written = JSON.parse(found.events) as readonly WrittenEvent[];
      const events = written.map(({ amounts, approval, ...event }) => ({
        ...event,
        amounts: fensOf(amounts),
        approval: BigInt(approval),
      }));
      return { ...found, events };
    },

    async decide({ id, requestedBy }, decision, now) {
      const rows = await rowsOf(
        within,
        sql`INSERT INTO ledger_opening_decision (opening, requester, decision, decided_by, decided_at)
          VALUES (${id}, ${requestedBy}, ${decision}, ${by}, ${now})
          ON CONFLICT (opening) DO NOTHING RETURNING opening`,
      );
      return rows.length > 0;
    },

    async decideRequests({ id, events }, decision, now) {
      const numbers = JSON.stringify(events.map(({ approval }) => approval.toString()));
      const rows = await rowsOf<{ readonly code: string | null }>(
        within,
        sql`SELECT decide_ledger_approval(n.value::bigint, ${decision}, ${by}, ${now}, ${wholeOf(id)}, NULL) AS code
          FROM jsonb_array_elements_text(${numbers}::jsonb) WITH ORDINALITY AS n ORDER BY n.ordinality`,
      );
      return rows.map(({ code }) => code);
    },

    async post(commands) {
      return (await createLedgerStore(within).post(commands)).map(({ refusal }) => refusal);
    },
  };
}
