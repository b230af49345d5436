import type { Department } from '#domain/identity/department';
import type { Bilingual } from '#kernel/bilingual';

/** Rows about persons and employers, and which departments of a place see them. */
interface Matter {
  readonly label: Bilingual;
  readonly departments: readonly Department[];
}

/**
 * The departments that see each kind of a place's fund rows (SC-3.2, SD-5.2). Everybody who sees the place sees books,
 * totals, budgets, years and statements. `person` covers everything about persons and employers; the others add what a
 * further department needs. The table `department_sight` holds the same, and row security follows it.
 */
export const SIGHT = {
  person: {
    label: { zh: '个人和单位的往来明细', en: 'whatever is owed and paid by and to persons and employers' },
    departments: ['health_insurance'],
  },
  contribution: {
    label: { zh: '个人和单位的缴费明细', en: 'contributions of persons and employers' },
    departments: ['health_insurance', 'tax'],
  },
  payment: {
    label: {
      zh: '付给个人的款项及其银行账户',
      en: 'what payment runs pay to persons, and their bank accounts',
    },
    departments: ['health_insurance', 'finance'],
  },
  reconciliation: {
    label: { zh: '对账账户的逐笔收支', en: 'each movement on an account that it reconciles' },
    departments: ['health_insurance', 'finance', 'tax'],
  },
} as const satisfies Readonly<Record<string, Matter>>;

/** Lists the matters about persons and employers that a department sees; empty where it sees only the place's books. */
export function mattersOf(department: Department): readonly Matter[] {
  return Object.values(SIGHT).filter(({ departments }) =>
    (departments as readonly Department[]).includes(department),
  );
}
