import { chinaDateOf } from '#application/time/china-time';
import type { BudgetCollision } from '#application/ports/budget-store';
import { PART_LABELS, type BudgetPart } from '#domain/budget/lines';
import { findRule, type BudgetRules } from '#domain/budget/rules';
import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';
import { formatYuanGrouped, type Fen } from '#kernel/fen';
import { plainDate } from '#kernel/plain-date';

export function unknownRound(id: string): Refusal {
  return {
    code: 'unknown_budget_round',
    at: id,
    what: { zh: '所辖范围内没有这次预算编制', en: 'there is no such budget round within your places' },
    next: { zh: '请查看预算编制列表', en: 'look at the list of rounds' },
  };
}

export function unknownBudget(id: string): Refusal {
  return {
    code: 'unknown_budget',
    at: id,
    what: { zh: '所辖范围内没有这本预算', en: 'there is no such budget within your places' },
    next: { zh: '请查看预算列表', en: 'look at the list of budgets' },
  };
}

export function unknownConsolidation(number: string): Refusal {
  return {
    code: 'unknown_consolidation',
    at: number,
    what: {
      zh: '所辖范围内没有这次汇编，或其中有单位不在所辖范围内',
      en: 'there is no such consolidation within your places, or one of its members lies outside them',
    },
    next: {
      zh: '请查看预算编制页，或由汇编单位查看',
      en: 'look at the round, or ask the place that compiles it',
    },
  };
}

/** Refuses a form of a paper that the budget does not have yet. */
export function formMissing(form: 'amendment' | 'final_account' | 'budget', budgetId: string): Refusal {
  const names = {
    amendment: { zh: '调整方案', en: 'adjustment plan' },
    final_account: { zh: '决算', en: 'final account' },
    budget: { zh: '草案', en: 'draft' },
  } as const;
  return {
    code: 'budget_form_missing',
    at: budgetId,
    what: { zh: `该预算还没有${names[form].zh}`, en: `the budget has no ${names[form].en} yet` },
    next: { zh: '请先编制', en: 'draw it up first' },
  };
}

export function unknownPaper(id: string): Refusal {
  return {
    code: 'unknown_budget_paper',
    at: id,
    what: { zh: '所辖范围内没有这份预算文书', en: 'there is no such budget paper within your places' },
    next: {
      zh: '请查看该预算的调整、决算和评价',
      en: "look at the budget's plans, final accounts and evaluations",
    },
  };
}

export function unknownFigure(row: string): Refusal {
  return {
    code: 'unknown_figure',
    at: row,
    what: { zh: `预算的各表没有 ${row} 这一行`, en: `the forms of the budget have no row ${row}` },
    next: { zh: '请从执行表或决算表中选择', en: 'choose a row of the execution or of the final account' },
  };
}

export function unknownPool(id: string): Refusal {
  return {
    code: 'unknown_pool',
    at: 'pool',
    what: {
      zh: `所辖范围内没有统筹区或调剂金 ${id}`,
      en: `there is no pool or adjustment fund ${id} within your places`,
    },
    next: { zh: '请查看统筹区登记', en: 'look at the register of pools' },
  };
}

export function unknownPlace(path: string): Refusal {
  return {
    code: 'unknown_place',
    at: 'place',
    what: { zh: `登记中没有地区 ${path}`, en: `the register has no place ${path}` },
    next: { zh: '请先登记该地区', en: 'record the place first' },
  };
}

export function poolElsewhere(pool: string, place: string): Refusal {
  return {
    code: 'pool_outside_round',
    at: 'pool',
    what: { zh: `${pool} 不在 ${place} 之内`, en: `${pool} does not lie within ${place}` },
    next: { zh: '请选择该地区编制的预算', en: 'choose the budget round of a place that covers it' },
  };
}

/** Refuses a caller of another place to review, approve or consolidate a round. */
export function notRoundPlace(place: string): Refusal {
  return {
    code: 'not_compiling_place',
    at: place,
    what: { zh: `须由 ${place} 的人员办理`, en: `only staff of ${place} may do this` },
    next: {
      zh: '请由汇编地区的预算岗位办理',
      en: 'have a holder of a budget role at the compiling place do it',
    },
  };
}

export function anotherPerson(what: Bilingual): Refusal {
  return {
    code: 'same_person',
    at: '',
    what: { zh: `须由另一人办理：${what.zh}`, en: `another person must do it: ${what.en}` },
    next: { zh: '请由另一人办理', en: 'have another person do it' },
  };
}

export const MADE_BY_YOU: Bilingual = { zh: '您是编制人或报送人', en: 'you made or submitted it' };

/** Refuses a step that the state of the record does not allow. */
export function wrongState(at: string, what: Bilingual): Refusal {
  return {
    code: 'wrong_state',
    at,
    what,
    next: { zh: '请重看最新状态', en: 'look at its latest state' },
  };
}

export function notAdopted(pool: string, year: number, clause?: string): Refusal {
  return {
    code: 'budget_not_adopted',
    at: `${pool}/${year}`,
    ...(clause === undefined ? {} : { clause }),
    what: { zh: `${pool} 的 ${year} 年预算尚未批准`, en: `the budget of ${pool} for ${year} is not adopted` },
    next: { zh: '请先完成预算报批', en: 'have the budget approved first' },
  };
}

export function budgetMissing(at: string): Refusal {
  return {
    code: 'budget_missing',
    at,
    what: { zh: `${at} 没有已受理的预算`, en: `${at} has no accepted budget` },
    next: { zh: '请先报送并受理，再汇编', en: 'have it submitted and accepted before consolidating' },
  };
}

/** Refuses a round without any budget of an insurance type of which books are kept. */
export function budgetOfTypeMissing(at: string): Refusal {
  return {
    code: 'budget_of_type_missing',
    at,
    what: {
      zh: `${at} 有账，但没有该险种的预算`,
      en: `${at} has books, but the round has no budget of that insurance type`,
    },
    next: {
      zh: '请编制该险种预算，或写明不编制的理由',
      en: 'draft budgets of that type, or state why there are none',
    },
  };
}

/** Refuses an opening balance that differs from the closed books without a stated reason. */
export function openingNotOfBooks(part: BudgetPart, stated: Fen, held: Fen): Refusal {
  const [said, booked] = [formatYuanGrouped(stated), formatYuanGrouped(held)];
  const { zh, en } = PART_LABELS[part];
  return {
    code: 'opening_not_of_books',
    at: `opening/${part}`,
    what: {
      zh: `年初${zh}结余 ${said} 元，账本为 ${booked} 元`,
      en: `the opening balance of the ${en} is ${said} yuan; the books have ${booked}`,
    },
    next: {
      zh: '请按账本填写，或写明与账本不同的理由',
      en: 'give the figure of the books, or the reason why it differs (openingReason)',
    },
  };
}

export function transferAmended(key: string): Refusal {
  return {
    code: 'amendment_of_transfer',
    at: key,
    what: {
      zh: '上解和下拨两级须一致，不能由一方单独调整',
      en: 'levies and allocations must agree on both levels, so one level cannot amend them alone',
    },
    next: {
      zh: '按年度调剂结果执行，差额在决算中说明',
      en: "follow the year's adjustment and explain the difference in the final account",
    },
  };
}

export function nothingAmended(): Refusal {
  return {
    code: 'nothing_amended',
    at: 'changes',
    what: { zh: '没有任何一项与现行预算不同', en: 'no line differs from the current budget' },
    next: { zh: '请填写调整后的金额', en: 'give the new amounts' },
  };
}

/**
 * Refuses to change a budget whose year is over: a plan approved afterwards would fit the budget to what happened, and
 * so decide whether it was met, on which allocations depend (JX-2.5).
 */
export function whyYearOver(
  { pool, year }: { readonly pool: string; readonly year: number },
  rules: BudgetRules,
  now: string,
): Refusal | undefined {
  if (chinaDateOf(now) <= plainDate(year, 12, 31)) return undefined;
  const clause = (findRule(rules, 'binding')?.cite ?? rules.cite)[0];
  return {
    code: 'budget_year_over',
    at: `${pool}/${year}`,
    ...(clause === undefined ? {} : { clause }),
    what: {
      zh: `${year} 年度已经结束，其预算不再调整`,
      en: `the year ${year} is over: its budget is adjusted no more`,
    },
    next: {
      zh: '预算与执行的差异请在决算中逐项说明',
      en: 'explain what differs from the budget line by line in the final account',
    },
  };
}

export function yearNotClosed(pool: string, year: number): Refusal {
  return {
    code: 'year_not_closed',
    at: `${pool}/${year}`,
    what: {
      zh: `${pool} 的 ${year} 年账还没有年终结转并结账`,
      en: `the books of ${pool} for ${year} are not closed`,
    },
    next: { zh: '请先年终结转，再关闭十二月', en: 'close the year in the ledger, and December, first' },
  };
}

/** Refuses what the database rejected: someone else was quicker, or the record may no longer change. */
export function collisionRefusal(code: BudgetCollision): Refusal {
  const texts: Readonly<Record<BudgetCollision, Bilingual>> = {
    taken: { zh: '同一年度的预算已经开始编制', en: 'the budget round of this year is already open' },
    budget_adopted: {
      zh: '预算已经批准，不再接受草案',
      en: 'the budget is adopted; no further draft is accepted',
    },
    budget_under_review: { zh: '上一稿正在审核或已受理', en: 'the last draft is under review or accepted' },
    budget_settled: { zh: '决算已经批准', en: 'the final account is approved' },
    decided_meanwhile: { zh: '已由他人先行办理', en: 'somebody else has already done it' },
  };
  const next: Bilingual =
    code === 'budget_adopted'
      ? { zh: '请提出预算调整方案', en: 'propose an adjustment plan' }
      : { zh: '请重看最新状态', en: 'look at its latest state' };
  return { code, at: '', what: texts[code], next };
}
