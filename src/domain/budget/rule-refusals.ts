import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

export function noBudgetRules(packId: string): Refusal {
  return {
    code: 'no_budget_rules',
    at: `packs/${packId}`,
    what: { zh: `政策包 ${packId} 没有预算规则`, en: `the pack ${packId} has no budget rules` },
    next: { zh: '请选择有 budget.yaml 的政策包', en: 'choose a pack with a budget.yaml' },
  };
}

export function budgetRuleFault(at: string, name: string, what: Bilingual): Refusal {
  return {
    code: 'bad_budget_rule',
    at: `${at} ${name}`,
    what,
    next: {
      zh: '请按 docs/reference/pack-format.md 改正',
      en: 'write it as docs/reference/pack-format.md says',
    },
  };
}

export function yearTooEarly(year: number, firstYear: number): Refusal {
  return {
    code: 'year_before_rules',
    at: 'year',
    what: {
      zh: `${year} 年早于预算规则的起始年度 ${firstYear}`,
      en: `the budget rules begin with ${firstYear}, after ${year}`,
    },
    next: { zh: '请选择规定施行之后的年度', en: 'choose a year in which the rule is in force' },
  };
}
