import type { Decision } from '#kernel/decision';
import type { CsvColumn, CsvReader, TextSource } from '#application/ports/csv-reader';
import { PANEL_SCHEMES, type PanelNeeds } from '#domain/panel/fields';
import { PANEL_ORIGINS, type Panel } from '#domain/panel/panel';
import type { PANEL_COLUMNS } from '#domain/panel/panel-csv';
import { readPanelRows } from '#domain/panel/read-panel-rows';

const TEXT = { kind: 'text' } as const;

const COLUMNS: readonly CsvColumn<(typeof PANEL_COLUMNS)[number]>[] = [
  { name: 'scheme', content: { kind: 'choice', options: PANEL_SCHEMES } },
  { name: 'subject', content: TEXT },
  { name: 'field', content: TEXT },
  { name: 'value', content: TEXT },
  { name: 'origin', content: { kind: 'choice', options: PANEL_ORIGINS } },
  { name: 'basis', content: TEXT },
];

/**
 * Reads a panel file for a fund year; the file itself does not name the year, its name does.
 * @param input.needs what the place's rule needs in that year (`panelNeeds`)
 * @returns the panel, whole; or every fault with `file:line` and field
 */
export function readPanel(input: {
  readonly panel: TextSource;
  readonly year: number;
  readonly needs: PanelNeeds;
  readonly readCsv: CsvReader;
}): Decision<Panel> {
  const rows = input.readCsv(input.panel, COLUMNS);
  if (!rows.allowed) return rows;
  return readPanelRows(
    { file: input.panel.file, year: input.year, needs: input.needs },
    rows.value.map(({ file, line, cells }) => ({ ...cells, at: `${file}:${line}` })),
  );
}
