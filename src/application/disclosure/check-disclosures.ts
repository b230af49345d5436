import { allow, type Decision } from '#kernel/decision';
import type { CsvColumn, CsvReader, CsvRow, TextSource } from '#application/ports/csv-reader';
import { disclosureReport, type DisclosureReport } from '#application/disclosure/disclosure-report';
import { MAX_PRINTED_DECIMALS } from '#domain/disclosure/published-figure';
import { readStatements, type DisclosureRow, type Statement } from '#domain/disclosure/statement';
import { UNIT_NAMES } from '#domain/disclosure/units';

type DisclosureColumn = Exclude<keyof DisclosureRow, 'at'>;

const LEVELS = ['province', 'province-level pool', 'city', 'county'];

const COLUMNS: readonly CsvColumn<DisclosureColumn>[] = [
  { name: 'place', content: { kind: 'text' } },
  { name: 'level', content: { kind: 'choice', options: LEVELS } },
  { name: 'province', content: { kind: 'text' }, optional: true },
  { name: 'period', content: { kind: 'text' } },
  { name: 'scheme', content: { kind: 'text' } },
  { name: 'item', content: { kind: 'text' } },
  { name: 'value', content: { kind: 'decimal', maxDecimals: MAX_PRINTED_DECIMALS } },
  { name: 'unit', content: { kind: 'choice', options: UNIT_NAMES } },
  { name: 'note', content: { kind: 'text' }, optional: true },
  { name: 'source', content: { kind: 'text' } },
];

/** What the use case needs: the file's text, and a reader of CSV. */
export interface DisclosureInput {
  readonly disclosures: TextSource;
  readonly readCsv: CsvReader;
}

/**
 * Checks the arithmetic of published fund figures and reckons their indicators.
 * A figure that does not add up is a finding of the report; a file that cannot be read is a refusal.
 */
export function checkDisclosures(input: DisclosureInput): Decision<DisclosureReport> {
  const statements = readDisclosures(input);
  return statements.allowed ? allow(disclosureReport(input.disclosures.file, statements.value)) : statements;
}

/** The statements of a file of published figures. */
export function readDisclosures({ disclosures, readCsv }: DisclosureInput): Decision<readonly Statement[]> {
  const rows = readCsv(disclosures, COLUMNS);
  return rows.allowed ? readStatements(rows.value.map(rowOf)) : rows;
}

function rowOf({ file, line, cells }: CsvRow<DisclosureColumn>): DisclosureRow {
  return { ...cells, at: `${file}:${line}` };
}
