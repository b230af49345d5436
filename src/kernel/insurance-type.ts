/** 险种: the two basic medical insurances, whose money never mixes (NAT-28.3). */
export const INSURANCE_TYPES = ['employee', 'resident'] as const;
export type InsuranceType = (typeof INSURANCE_TYPES)[number];
