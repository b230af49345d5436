import type { Refusal } from '#kernel/decision';

export function unknownClause(at: string, id: string): Refusal {
  return {
    code: 'unknown_reference',
    at: `${at} ${id}`,
    what: { zh: `政策包中没有条款 ${id}`, en: `the pack has no clause ${id}` },
    next: { zh: '请改正编号', en: 'correct the id' },
  };
}

export function badAmount(at: string, text: string): Refusal {
  return {
    code: 'bad_amount',
    at,
    what: { zh: `${text} 不是至多两位小数的金额`, en: `${text} is no amount with at most two decimals` },
    next: { zh: '请写成 1234.50 的形式', en: 'write it like 1234.50' },
  };
}

export function sourceMissing(at: string): Refusal {
  return {
    code: 'source_missing',
    at,
    what: { zh: '没有写明来源', en: 'its source is not given' },
    next: { zh: '请写明文件、统计或账目出处', en: 'name the document, statistic or books it comes from' },
  };
}
