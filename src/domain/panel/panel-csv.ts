import { isProjection, type Panel, type PanelRow } from '#domain/panel/panel';

export const PANEL_COLUMNS = ['scheme', 'subject', 'field', 'value', 'origin', 'basis'] as const;

/** First line of every panel file: whoever opens it sees what it is before the first figure. */
function comment(panel: Panel): string {
  if (isProjection(panel)) {
    return (
      `# 合成数据 SYNTHETIC，预测 PROJECTION: ${panel.year} 年度面板，全部为按假设增长率推算的合成数据，不代表任何地区的真实收支。 ` +
      `All figures are synthetic, projected by stated growth assumptions; they show no place's real finances.`
    );
  }
  return (
    `# 合成数据 SYNTHETIC: ${panel.year} 年度面板，除 origin 为 published 的行以外，全部为合成数据，不代表任何地区的真实收支。 ` +
    `All figures are synthetic except the rows marked published; they show no place's real finances.`
  );
}

/** The text of a panel file: the comment, the header, one line for each figure. */
export function panelCsv(panel: Panel): string {
  const lines = panel.rows.map((row) => PANEL_COLUMNS.map((column) => cell(row[column])).join(','));
  return [comment(panel), PANEL_COLUMNS.join(','), ...lines, ''].join('\n');
}

function cell(text: PanelRow[(typeof PANEL_COLUMNS)[number]]): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
