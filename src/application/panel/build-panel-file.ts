import { readDisclosures } from '#application/disclosure/check-disclosures';
import { buildPanels } from '#application/panel/build-panels';
import { readPanelAssumptions } from '#application/panel/read-panel-assumptions';
import type { CsvReader, TextSource } from '#application/ports/csv-reader';
import { panelCsv } from '#domain/panel/panel-csv';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/** The texts of a place's panel files by year, from its assumptions and the published figures that they use. */
export function buildPanelFiles(input: {
  readonly assumptions: TextSource;
  readonly disclosures: TextSource;
  readonly readCsv: CsvReader;
  readonly pack: Pack;
}): Decision<ReadonlyMap<number, string>> {
  const assumptions = readPanelAssumptions(input.assumptions);
  if (!assumptions.allowed) return assumptions;
  const statements = readDisclosures(input);
  if (!statements.allowed) return statements;
  const panels = buildPanels(assumptions.value, statements.value, input.pack);
  if (!panels.allowed) return panels;
  return allow(new Map(panels.value.map((panel) => [panel.year, panelCsv(panel)])));
}

/** The text of one year's panel file. */
export function buildPanelFile(input: Parameters<typeof buildPanelFiles>[0], year: string): Decision<string> {
  const texts = buildPanelFiles(input);
  if (!texts.allowed) return texts;
  const text = texts.value.get(Number(year));
  return text === undefined ? refuse(noSuchYear(input.assumptions.file, year, texts.value)) : allow(text);
}

function noSuchYear(at: string, year: string, known: ReadonlyMap<number, string>): Refusal {
  const years = [...known.keys()];
  return {
    code: 'bad_year',
    at,
    what: { zh: `没有 ${year} 年的假设`, en: `there are no assumptions for ${year}` },
    next: { zh: `可选年度：${years.join('、')}`, en: `years there are: ${years.join(', ')}` },
  };
}
