import type { Refusal } from '#kernel/decision';
import type { PanelScheme } from '#domain/panel/fields';

/** What keeps a panel from being built from its assumptions. */
export function missingFactor(at: string): Refusal {
  return {
    code: 'panel_factor_missing',
    at,
    what: { zh: '既没有公开数，也没有假设', en: 'neither a published figure nor an assumption is there' },
    next: { zh: '在假设文件中补上', en: 'add it to the assumptions' },
  };
}

export function nothingToCover(scheme: PanelScheme, year: number, pool: string): Refusal {
  return {
    code: 'panel_nothing_to_cover',
    at: `years.${year}.${scheme}.treasury_covers ${pool}`,
    what: { zh: '上解后没有赤字', en: 'there is no deficit after the levy' },
    next: { zh: '删去弥补，或降低期初结余', en: 'remove the cover or lower the opening balance' },
  };
}

export function unknownPool(scheme: PanelScheme, year: number, pool: string): Refusal {
  return {
    code: 'panel_pool_unknown',
    at: `years.${year}.${scheme} ${pool}`,
    what: { zh: '不是本面板的统筹区', en: 'is no pool of this panel' },
    next: { zh: '改用 cities 中的代号', en: 'use an id listed under cities' },
  };
}
