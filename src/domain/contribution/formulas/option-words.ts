import type { Bilingual } from '#kernel/bilingual';

/** The options that formulas of contributions name themselves, in words. */
export const OPTION_WORDS: ReadonlyMap<string, Bilingual> = new Map([
  ['with', { zh: '建个人账户', en: 'with a personal account' }],
  ['without', { zh: '不建个人账户', en: 'without a personal account' }],
  ['extreme_poverty', { zh: '特困人员', en: 'people in extreme poverty' }],
]);
