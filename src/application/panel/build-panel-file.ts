import { allow, type Decision } from '#kernel/decision';
import { readDisclosures } from '#application/disclosure/check-disclosures';
import type { CsvReader, TextSource } from '#application/ports/csv-reader';
import { readPanelAssumptions } from '#application/panel/read-panel-assumptions';
import { buildPanel } from '#domain/panel/build-panel';
import { panelCsv } from '#domain/panel/panel-csv';

/** The text of a panel file, from its assumptions and the published figures that it uses. */
export function buildPanelFile(input: {
  readonly assumptions: TextSource;
  readonly disclosures: TextSource;
  readonly readCsv: CsvReader;
}): Decision<string> {
  const assumptions = readPanelAssumptions(input.assumptions);
  if (!assumptions.allowed) return assumptions;
  const statements = readDisclosures(input);
  if (!statements.allowed) return statements;
  const panel = buildPanel(assumptions.value, statements.value);
  return panel.allowed ? allow(panelCsv(panel.value)) : panel;
}
