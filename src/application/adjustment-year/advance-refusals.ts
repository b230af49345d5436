import type { AdvanceKind } from '#domain/adjustment-year/year-line';
import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

const ADVANCE_WORDS: Readonly<Record<AdvanceKind, Bilingual>> = {
  remittance: { zh: '年度内上划', en: 'remittance within the year' },
  funding: { zh: '年度内拨付', en: 'funding within the year' },
};

function clauseOf([first]: readonly string[]): { readonly clause?: string } {
  return first === undefined ? {} : { clause: first };
}

/** Refuses a remittance or funding outside full pooling, where pools keep their own money. */
export function notPooledWhole(kind: AdvanceKind, cite: readonly string[]): Refusal {
  const word = ADVANCE_WORDS[kind];
  return {
    code: 'not_pooled_whole',
    at: 'kind',
    ...clauseOf(cite),
    what: {
      zh: `${word.zh}只用于统收统支的基金，本统筹区或本地政策不是`,
      en: `a ${word.en} is of full pooling only; neither this pool nor its policy has it`,
    },
    next: {
      zh: '请核对统筹区的归属与政策包；其他办法的上解、下拨按年度调剂办理',
      en: "check the pool's membership and its pack; elsewhere levies and allocations follow the year of adjustment",
    },
  };
}

/** Refuses a remittance or funding of a year before full pooling began. */
export function advanceTooEarly(firstYear: number | undefined, cite: readonly string[]): Refusal {
  return {
    code: 'before_first_year',
    at: 'year',
    ...clauseOf(cite),
    what: {
      zh: firstYear === undefined ? '该险种没有统收统支的年度' : `统收统支自 ${firstYear} 年度起`,
      en:
        firstYear === undefined
          ? 'full pooling has no year of this insurance type'
          : `full pooling begins with the year ${firstYear}`,
    },
    next: { zh: '请核对年度与险种', en: 'check the year and the insurance type' },
  };
}

/** Refuses a remittance or funding of another year than the running one: the settlement of the year pays the rest. */
export function advanceYearOver(year: number, today: string, cite: readonly string[]): Refusal {
  return {
    code: 'advance_year_not_running',
    at: 'year',
    ...clauseOf(cite),
    what: {
      zh: `年度内的上划、拨付只在当年办理；今天是 ${today}，不在 ${year} 年度内`,
      en: `money moves within its own year only; today, ${today}, is not in ${year}`,
    },
    next: {
      zh: '年度已过的，差额由年度清算收付；否则请填当年',
      en: 'where the year is over, its settlement pays the difference; otherwise name the running year',
    },
  };
}
