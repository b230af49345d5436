import { nameOfKey, PART_LABELS, type BudgetPart } from '#domain/budget/lines';
import type { Refusal } from '#kernel/decision';

export function unknownLine(key: string): Refusal {
  return {
    code: 'unknown_budget_line',
    at: key,
    what: { zh: `预算表没有 ${key} 这一项`, en: `the standard table has no line ${key}` },
    next: { zh: '请查看标准表的项目', en: 'look at the lines of the standard table' },
  };
}

export function lineMissing(key: string): Refusal {
  return {
    code: 'budget_line_missing',
    at: key,
    what: { zh: `预算表缺“${nameOfKey(key).zh}”`, en: `the table lacks the line ${nameOfKey(key).en}` },
    next: { zh: '请填写该项；确无金额的写 0', en: 'give its amount; write 0 where there is none' },
  };
}

export function lineRepeated(key: string): Refusal {
  return {
    code: 'budget_line_repeated',
    at: key,
    what: { zh: `“${nameOfKey(key).zh}”填了两次`, en: `the line ${nameOfKey(key).en} is given twice` },
    next: { zh: '请只填一次', en: 'give it once' },
  };
}

export function lineNegative(key: string): Refusal {
  return {
    code: 'budget_line_negative',
    at: key,
    what: { zh: `“${nameOfKey(key).zh}”为负数`, en: `the line ${nameOfKey(key).en} is below zero` },
    next: { zh: '收入和支出都按正数填写', en: 'give income and expenditure as amounts of zero or more' },
  };
}

export function openingMissing(part: BudgetPart): Refusal {
  return {
    code: 'opening_missing',
    at: `opening/${part}`,
    what: {
      zh: `缺年初${PART_LABELS[part].zh}结余，或填了两次`,
      en: `the opening balance of the ${PART_LABELS[part].en} is missing or given twice`,
    },
    next: { zh: '请填写上年末结余', en: 'give the balance at the end of last year' },
  };
}
