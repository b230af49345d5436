import { sql, type Kysely } from 'kysely';
import type { ApprovalWhole } from '#application/ports/ledger-store';
import type { OpeningProposal, OpeningStore, StoredOpening } from '#application/ports/opening-store';
import type { Scope } from '#domain/identity/account';
import type { PostCommand } from '#domain/fund/ledger-command';
import type { OpeningEvent } from '#domain/fund/opening';
import { present } from '#kernel/assert';
import { fen, type Fen } from '#kernel/fen';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import { inScope } from '#storage/identity/in-scope';
import { createLedgerStore } from '#storage/ledger/ledger-store';

/** An event of a file as it is kept: amounts in fen as text, with the number of its request. */
interface KeptEvent extends Pick<
  OpeningEvent,
  'at' | 'template' | 'pool' | 'insuranceType' | 'counterparty'
> {
  readonly amounts: Readonly<Record<string, string>>;
  readonly approval: string;
}

/** The cause of every opening template. */
const CAUSE = 'opening';

/** The port on PostgreSQL: each call is one transaction, which does all of a file or nothing. */
export function createOpeningStore(database: Database): OpeningStore {
  return {
    propose: (scope, opening, events, now) =>
      inScope(database, scope, async (within) => {
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

    async decide(scope, id, decision, now) {
      try {
        return await inScope(database, scope, (within) => decide(within, scope, { id, decision, now }));
      } catch (error) {
        if (error instanceof Undone) return { kind: 'refused', refusals: error.refusals };
        throw error;
      }
    },
  };
}

/** Requests of a file are decided with the file. */
function wholeOf(id: bigint): ApprovalWhole {
  return `opening ${id}`;
}

type Texts = Readonly<Record<string, string>>;
type StoredRow = Omit<StoredOpening, 'totals'> & { readonly totals: string };

/** Undoes the transaction of a decision whose events the ledger does not take. */
class Undone extends Error {
  override readonly name = 'Undone';
  readonly refusals: readonly { readonly at: string; readonly code: string }[];

  constructor(refusals: Undone['refusals']) {
    super('the ledger refused events of an opening');
    this.refusals = refusals;
  }
}

function textsOf(amounts: Readonly<Record<string, Fen>>): Texts {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount.toString()]));
}

function fensOf(texts: Texts): Readonly<Record<string, Fen>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fen(BigInt(text))]));
}

/** Whether the same file was taken in before and not rejected; of two at once the second finds its keys taken. */
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
  events: readonly KeptEvent[],
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

async function decide(
  within: Kysely<Tables>,
  { userId }: Scope,
  {
    id,
    decision,
    now,
  }: { readonly id: bigint; readonly decision: 'approved' | 'rejected'; readonly now: string },
): ReturnType<OpeningStore['decide']> {
  const found = await sql<
    Pick<StoredOpening, 'fileHash' | 'fileName' | 'packHash' | 'effectiveOn' | 'requestedBy'> & {
      events: string;
    }
  >`
    SELECT file_hash, file_name, pack_hash, effective_on, requested_by, events::text AS events
    FROM ledger_opening WHERE id = ${id}`.execute(within);
  const [opening] = found.rows;
  if (opening === undefined) return { kind: 'unknown' };
  if (opening.requestedBy === userId) return { kind: 'same_person' };
  const { rows } = await sql`
    INSERT INTO ledger_opening_decision (opening, requester, decision, decided_by, decided_at)
    VALUES (${id}, ${opening.requestedBy}, ${decision}, ${userId}, ${now})
    ON CONFLICT (opening) DO NOTHING RETURNING opening`.execute(within);
  if (rows.length === 0) return { kind: 'decided_before' };
  const events = JSON.parse(opening.events) as readonly KeptEvent[];
  await decideApprovals(within, events, { decision, by: userId, now, whole: wholeOf(id) });
  if (decision === 'rejected') return { kind: 'decided', posted: 0 };
  const commands = events.map((event): PostCommand => commandOf(event, opening, { actor: userId, now }));
  const outcomes = await createLedgerStore(within).post(commands);
  const refused = outcomes.flatMap(({ refusal }, index) =>
    refusal === null ? [] : [{ at: events[index]?.at ?? '', code: refusal }],
  );
  if (refused.length > 0) throw new Undone(refused);
  return { kind: 'decided', posted: outcomes.length };
}

async function decideApprovals(
  within: Kysely<Tables>,
  events: readonly KeptEvent[],
  {
    decision,
    by,
    now,
    whole,
  }: { readonly decision: string; readonly by: string; readonly now: string; readonly whole: string },
): Promise<void> {
  const numbers = JSON.stringify(events.map(({ approval }) => approval));
  const { rows } = await sql<{ code: string | null }>`
    SELECT decide_ledger_approval(n.value::bigint, ${decision}, ${by}, ${now}, ${whole}) AS code
    FROM jsonb_array_elements_text(${numbers}::jsonb) WITH ORDINALITY AS n ORDER BY n.ordinality`.execute(
    within,
  );
  const refused = rows.flatMap(({ code }, index) =>
    code === null ? [] : [{ at: events[index]?.at ?? '', code }],
  );
  if (refused.length > 0) throw new Undone(refused);
}

function commandOf(
  { at, template, pool, insuranceType, counterparty, amounts, approval }: KeptEvent,
  {
    fileHash,
    fileName,
    packHash,
    effectiveOn,
  }: Pick<OpeningProposal, 'fileHash' | 'fileName' | 'packHash' | 'effectiveOn'>,
  { actor, now }: { readonly actor: string; readonly now: string },
): PostCommand {
  const line = at.slice(fileName.length + 1);
  return {
    key: `opening ${fileHash.slice(0, 16)} ${line}`,
    packHash,
    template,
    pool,
    insuranceType,
    ...(counterparty === null ? {} : { counterparty }),
    amounts: fensOf(amounts),
    effectiveOn,
    now,
    actor,
    approval: BigInt(approval),
    note: `${at}, SHA-256 ${fileHash}`,
  };
}
