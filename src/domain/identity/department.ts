import type { Bilingual } from '#kernel/bilingual';

/** The departments that take part in pooling; a user belongs to one of them. */
export const DEPARTMENTS = {
  health_insurance: { zh: '医保', en: 'health insurance' },
  finance: { zh: '财政', en: 'finance' },
  tax: { zh: '税务', en: 'tax' },
  health: { zh: '卫生健康', en: 'health' },
  audit: { zh: '审计', en: 'audit' },
  data: { zh: '大数据', en: 'data' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Department = keyof typeof DEPARTMENTS;
