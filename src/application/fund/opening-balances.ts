import { openJournalFor } from '#application/fund/register-journal';
import type { FundServices } from '#application/fund/services';
import type { CsvColumn, CsvReader, CsvRow, TextSource } from '#application/ports/csv-reader';
import type { OpeningStore } from '#application/ports/opening-store';
import type { Scope } from '#domain/identity/account';
import { coversPlace } from '#domain/identity/place-path';
import { badAmount, badDay } from '#domain/fund/event-refusals';
import { planOpening, type OpeningRow } from '#domain/fund/opening';
import * as refusals from '#domain/fund/opening-refusals';
import { assert } from '#kernel/assert';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, fenOf, parseYuan, type Fen } from '#kernel/fen';
import { parsePlainDate } from '#kernel/plain-date';

export interface OpeningServices extends FundServices {
  readonly openingStore: OpeningStore;
  readonly readCsv: CsvReader;
}

/** A file of an older system, with that system's control figures. */
export interface OpeningFile {
  readonly place: string;
  readonly pack: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly source: TextSource;
  /** Number of rows that the file must have. */
  readonly rows: number;
  /** Control totals in yuan, by template. */
  readonly totals: Readonly<Record<string, string>>;
}

type Column = 'template' | 'pool' | 'insurance_type' | 'counterparty' | 'item' | 'amount';

const TEXT = { kind: 'text' } as const;
const COLUMNS: readonly CsvColumn<Column>[] = [
  { name: 'template', content: TEXT },
  { name: 'pool', content: TEXT },
  { name: 'insurance_type', content: { kind: 'choice', options: ['employee', 'resident'] } },
  { name: 'counterparty', content: TEXT, optional: true },
  { name: 'item', content: TEXT },
  { name: 'amount', content: { kind: 'decimal', maxDecimals: 2 } },
];

/**
 * Imports the opening balances of an older system and requests their approval. Keeps the file's hash. Refuses rows and
 * sums that differ from the stated control figures, naming each; then nothing is kept.
 */
export async function proposeOpening(
  services: OpeningServices,
  scope: Scope,
  file: OpeningFile,
  now: string,
): Promise<Decision<{ readonly id: bigint; readonly events: number }>> {
  const effectiveOn = parsePlainDate(file.effectiveOn);
  if (effectiveOn === undefined) return refuse(badDay('effectiveOn', file.effectiveOn));
  const controls = readControls(file.totals);
  if (!controls.allowed) return controls;
  const rows = services.readCsv(file.source, COLUMNS);
  if (!rows.allowed) return rows;
  if (rows.value.length !== file.rows)
    return refuse(refusals.rowCountDiffers(file.source.file, rows.value.length, file.rows));
  const journal = await openJournalFor(services, file.pack, [file.place]);
  if (!journal.allowed) return journal;
  const books = await services.ledgerReader.listBooks(scope);
  const ofPlace = books.filter(({ place }) => coversPlace(file.place, place));
  const events = planOpening(rows.value.map(readRow), {
    journal: journal.value,
    controls: controls.value,
    hasBooks: (pool, type) => ofPlace.some((one) => one.pool === pool && one.insuranceType === type),
  });
  if (!events.allowed) return events;
  const proposal = {
    place: file.place,
    fileName: file.source.file,
    fileHash: services.hash(file.source.text),
    packHash: journal.value.packHash,
    effectiveOn,
    rowCount: rows.value.length,
    totals: Object.fromEntries<Fen>(controls.value),
    reason: file.reason,
  };
  const proposed = await services.openingStore.propose(scope, proposal, events.value, now);
  return proposed === 'opened_before'
    ? refuse(refusals.openedBefore(file.source.file))
    : allow({ id: proposed.id, events: events.value.length });
}

function readControls(totals: Readonly<Record<string, string>>): Decision<ReadonlyMap<string, Fen>> {
  const found: Refusal[] = [];
  const controls = Object.entries(totals).map(([template, text]) => {
    const amount = parseYuan(text);
    if (typeof amount === 'bigint') return [template, amount] as const;
    found.push(badAmount(`totals.${template}`, text));
    return [template, fen(0n)] as const;
  });
  return allowUnless(found, () => new Map(controls));
}

function readRow({ file, line, cells }: CsvRow<Column>): OpeningRow {
  const { template, pool, insurance_type: type, counterparty, item } = cells;
  assert(type === 'employee' || type === 'resident', 'the reader lets these two pass only');
  return {
    at: `${file}:${line}`,
    template,
    pool,
    insuranceType: type,
    counterparty,
    item,
    amount: fenOf(cells.amount),
  };
}
