import { assert, present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import type { PanelField, PanelScheme } from '#domain/panel/fields';
import { findSubject } from '#domain/panel/subject';

/**
 * `published`: printed by the source named in `basis`. `synthetic`: invented, `basis` says how. `projected`:
 * invented for a year that was not over, by the growth that the assumptions state.
 */
export type PanelOrigin = 'published' | 'synthetic' | 'projected';

export const PANEL_ORIGINS: readonly PanelOrigin[] = ['published', 'synthetic', 'projected'];

/** One figure of a panel. `subject` is a pool's id or one of those that `subject.ts` writes. */
export interface PanelRow {
  readonly scheme: PanelScheme;
  readonly subject: string;
  readonly field: PanelField;
  /** Text as the command contract wants it: yuan with two decimals, whole persons, true or false. */
  readonly value: string;
  readonly origin: PanelOrigin;
  /** The source of a published figure, or the assumption behind a synthetic one, in words. */
  readonly basis: string;
}

/** The figures of one fund year for all pools of a place, each with its origin; whole, as `readPanelRows` checks. */
export interface Panel {
  readonly year: number;
  readonly rows: readonly PanelRow[];
}

export function isProjection(panel: Panel): boolean {
  return panel.rows.some(({ origin }) => origin === 'projected');
}

/** Where a figure of a panel comes from; a projection is a synthetic figure, and its basis says the rest. */
export interface PanelFigureOrigin {
  readonly origin: 'published' | 'synthetic';
  readonly basis: string;
}

/**
 * The origin of each given figure of one insurance type, by the id of the node that explains it in a result:
 * `given/<field>/<pool>`, `given/fund/<field>`, `given/recovery/<position>` and `given/release/<field>/<pool>`.
 */
export function panelOrigins(panel: Panel, scheme: PanelScheme): Readonly<Record<string, PanelFigureOrigin>> {
  const origins: Record<string, PanelFigureOrigin> = {};
  let recoveries = 0;
  for (const row of panel.rows.filter((candidate) => candidate.scheme === scheme)) {
    const subject = present(findSubject(row.subject), `a subject in ${row.subject}`);
    const place = {
      fund: `fund/${row.field}`,
      pool: `${row.field}/${row.subject}`,
      recovery: `recovery/${recoveries}`,
      release: `release/${row.field}/${subject.kind === 'release' ? subject.pool : ''}`,
    };
    if (subject.kind === 'recovery') recoveries += 1;
    const origin = row.origin === 'published' ? 'published' : 'synthetic';
    origins[`given/${place[subject.kind]}`] = { origin, basis: row.basis };
  }
  return origins;
}

/** Says wherever a result is shown how much of its input is synthetic, and that a year is projected. */
export function panelNote(panel: Panel): Bilingual {
  const published = panel.rows.filter(({ origin }) => origin === 'published').length;
  const synthetic = panel.rows.length - published;
  assert(panel.rows.length > 0, 'a panel has figures');
  if (synthetic === 0) {
    return {
      zh: `${panel.year} 年度数据面板：共 ${published} 个数，均为公开数。`,
      en: `The panel for ${panel.year}: ${published} figures, all published.`,
    };
  }
  if (isProjection(panel)) {
    return {
      zh:
        `${panel.year} 年度数据面板为预测的合成数据：共 ${panel.rows.length} 个数，按假设的增长率逐年推算，` +
        `不代表任何地区的真实收支。`,
      en:
        `The panel for ${panel.year} is a synthetic projection: its ${panel.rows.length} figures follow from ` +
        `assumed growth year by year; it shows no place's real finances.`,
    };
  }
  if (published === 0) {
    return {
      zh: `${panel.year} 年度数据面板为合成数据：共 ${synthetic} 个数，均为合成数，不代表任何地区的真实收支。`,
      en: `The panel for ${panel.year} is synthetic: all its ${synthetic} figures are; it shows no place's real finances.`,
    };
  }
  return {
    zh:
      `${panel.year} 年度数据面板为合成数据：共 ${panel.rows.length} 个数，` +
      `其中公开数 ${published} 个（沿用往年公布值），合成数 ${synthetic} 个，不代表任何地区的真实收支。`,
    en:
      `The panel for ${panel.year} is synthetic: of its ${panel.rows.length} figures ${published} were published ` +
      `(for an earlier year, carried over) and ${synthetic} are synthetic; it shows no place's real finances.`,
  };
}
