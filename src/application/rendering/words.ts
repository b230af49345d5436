/** Chinese words for the codes of a result, in the order in which tables have them. */
export const CONDITION_WORDS: Readonly<Record<string, string>> = {
  levyPaid: '未及时足额上解',
  breachesCorrected: '违规未整改',
  budgetMet: '预算未达标',
  enrolmentMet: '未完成参保任务',
  subsidyPaid: '财政补助未到位',
  deficitCovered: '赤字未补足',
  emergencyCause: '紧急事由不符',
  gapCause: '缺口成因不予分担',
};

export const STAGE_WORDS: Readonly<Record<string, string>> = {
  recovery_return: '追回返还',
  normal: '正常调剂',
  emergency: '紧急调剂',
  incentive: '激励调剂',
  gap_share: '缺口分担',
  reserve_release: '风险储备动用',
  distribution: '调剂金分配',
  full_pooling: '全额拨付',
};

export const BEARER_WORDS: Readonly<Record<string, string>> = {
  legacy_balance: '统筹前结余',
  own_balance: '自有结余',
  bonds: '债券变现',
  subsidy: '同级财政补助',
  local_treasury: '当地财政',
  city: '市级分担',
  uncovered: '尚无来源',
};

export const SCHEME_WORDS: Readonly<Record<string, string>> = { employee: '职工医保', resident: '居民医保' };

export const CHOICE_WORDS: Readonly<Record<string, string>> = {
  levy: '按本年上解额',
  proportional: '按需求比例缩减',
};
