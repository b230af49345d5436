import { periodOpen } from '#application/statement/refusals';
import { INDICATORS, type IndicatorId } from '#domain/monitoring/plan-monitoring';
import type { Refusal } from '#kernel/decision';

/** Refuses a text that is not a month. */
export function badMonth(text: string): Refusal {
  return {
    code: 'bad_period',
    at: 'month',
    what: { zh: `“${text}”不是月份`, en: `"${text}" is not a month` },
    next: { zh: '请写成 2026-03', en: 'write it as 2026-03' },
  };
}

/** Refuses to assess a month that some books have not closed. */
export function assessedMonthOpen(open: readonly string[]): Refusal {
  return {
    ...periodOpen(open),
    next: { zh: '请先结账再评估风险', en: 'close the month before assessing its risk' },
  };
}

export function unknownRiskAssessment(id: string): Refusal {
  return {
    code: 'unknown_risk_assessment',
    at: id,
    what: { zh: '没有这份风险评估', en: 'there is no such risk assessment' },
    next: { zh: '请从清单中选择', en: 'choose one from the list' },
  };
}

/** Refuses an assessment that names no measure for a warning (SC-3.3-b). */
export function measureMissing(pool: string, indicator: IndicatorId, cite: readonly string[]): Refusal {
  const { name } = INDICATORS[indicator];
  return {
    code: 'measure_missing',
    at: `${pool} ${indicator}`,
    ...clauseOf(cite),
    what: {
      zh: `${pool} 的“${name.zh}”已预警，没有写明措施`,
      en: `${name.en} of ${pool} is at warning level, and no measure is given`,
    },
    next: { zh: '请逐项写明应对措施', en: 'give a measure for each warning' },
  };
}

export function measureNotWanted(pool: string, indicator: string): Refusal {
  return {
    code: 'measure_not_wanted',
    at: `${pool} ${indicator}`,
    what: {
      zh: '这里没有预警，或措施写了两次',
      en: 'there is no warning here, or the measure is given twice',
    },
    next: { zh: '请只对预警的指标写措施，每项一条', en: 'give one measure for each warning and no others' },
  };
}

export function riskAssessmentUndecided(month: string): Refusal {
  return {
    code: 'risk_assessment_undecided',
    at: month,
    what: { zh: '这个月已有一份待确认的评估', en: 'an assessment of this month is waiting for a decision' },
    next: { zh: '请先由另一人确认或退回', en: 'have another person decide on it first' },
  };
}

export function riskAssessmentConfirmed(month: string): Refusal {
  return {
    code: 'risk_assessment_confirmed',
    at: month,
    what: { zh: '这个月的风险评估已经确认', en: 'the risk assessment of this month is already confirmed' },
    next: { zh: '请评估以后的月份', en: 'assess a later month' },
  };
}

export function riskAssessmentDecided(id: string): Refusal {
  return {
    code: 'record_decided',
    at: id,
    what: { zh: '这份评估已有结论', en: 'a decision on this assessment has already been recorded' },
    next: { zh: '请刷新后查看', en: 'open it again' },
  };
}

export function ownRiskAssessment(cite: readonly string[]): Refusal {
  return {
    code: 'same_person',
    at: 'decision',
    ...clauseOf(cite),
    what: { zh: '评估人不能确认自己的评估', en: 'the assessor may not confirm the assessment' },
    next: { zh: '请由另一人确认', en: 'have another person confirm it' },
  };
}

function clauseOf([clause]: readonly string[]): { readonly clause?: string } {
  return clause === undefined ? {} : { clause };
}
