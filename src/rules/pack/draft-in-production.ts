import type { Refusal } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/** Refuses a consultation draft in a production run: it may be simulated, is never in force, and binds nobody. */
export function draftInProduction({ raw }: Pick<Pack, 'raw'>, clause?: string): Refusal {
  return {
    code: 'draft_in_production',
    at: `packs/${raw.id}`,
    ...(clause === undefined ? {} : { clause }),
    what: { zh: '征求意见稿不得用于正式办理', en: 'a consultation draft is not carried out' },
    next: { zh: '请以模拟方式运行', en: 'simulate it' },
  };
}
