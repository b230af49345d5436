import type { Department } from '#domain/identity/department';
import type { Bilingual } from '#kernel/bilingual';

/** A role: its name, its permissions, the departments that may hold it, and the roles it excludes. */
export interface Role {
  readonly label: Bilingual;
  readonly may: Bilingual;
  readonly departments: readonly Department[];
  /** The departments whose rows its holder sees, within the places of the grant. */
  readonly sees: 'own department' | 'every department';
  readonly excludes: readonly string[];
}

const FUND: readonly Department[] = ['health_insurance', 'finance'];
const EVERY: readonly Department[] = ['health_insurance', 'finance', 'tax', 'health', 'audit', 'data'];
const ACTING = [
  'administrator',
  'policy_maker',
  'policy_checker',
  'fund_maker',
  'fund_checker',
  'budget_maker',
  'budget_checker',
  'reconciliation_maker',
  'reconciliation_checker',
] as const;

/**
 * The roles. Makers propose and checkers decide; one person may hold both, because the database refuses the same person
 * on the same record. An auditor acts in nothing that is audited, and an administrator of access does not review it.
 */
export const ROLES = {
  administrator: {
    label: { zh: '系统管理员', en: 'administrator' },
    may: {
      zh: '建立和停用账号，申请或确认他人的授权',
      en: 'add and end accounts; request grants, or confirm those that another requested',
    },
    departments: ['health_insurance', 'data'],
    sees: 'every department',
    excludes: ['auditor'],
  },
  auditor: {
    label: { zh: '审计员', en: 'auditor' },
    may: {
      zh: '查看全部记录和访问日志，复核紧急访问；不办理任何业务',
      en: 'read every record and the access log, review emergency access; act in nothing',
    },
    departments: ['audit', 'health_insurance', 'finance'],
    sees: 'every department',
    excludes: ACTING,
  },
  policy_maker: acting({ zh: '政策经办', en: 'policy maker' }, 'health_insurance', {
    zh: '提交和核对政策版本',
    en: 'submit and check versions of a policy',
  }),
  policy_checker: acting({ zh: '政策复核', en: 'policy checker' }, 'health_insurance', {
    zh: '批准他人提交的政策版本',
    en: 'approve versions that another submitted',
  }),
  fund_maker: acting({ zh: '基金经办', en: 'fund maker' }, FUND, {
    zh: '提出记账、拨付、上解和调剂方案',
    en: 'propose postings, payments, levies and adjustments',
  }),
  fund_checker: acting({ zh: '基金复核', en: 'fund checker' }, FUND, {
    zh: '复核和批准他人提出的基金业务',
    en: 'check and approve what another proposed for the fund',
  }),
  budget_maker: acting({ zh: '预算经办', en: 'budget maker' }, FUND, {
    zh: '编制预算、调整方案和决算',
    en: 'draft budgets, their adjustment and final accounts',
  }),
  budget_checker: acting({ zh: '预算复核', en: 'budget checker' }, FUND, {
    zh: '审核和批准他人编制的预算',
    en: 'review and approve budgets that another drafted',
  }),
  reconciliation_maker: acting({ zh: '对账经办', en: 'reconciliation maker' }, [...FUND, 'tax'], {
    zh: '导入对账资料，处理差异',
    en: 'import what is to be reconciled and work on differences',
  }),
  reconciliation_checker: acting({ zh: '对账复核', en: 'reconciliation checker' }, [...FUND, 'tax'], {
    zh: '确认他人处理的差异',
    en: 'confirm differences that another worked on',
  }),
  reader: {
    label: { zh: '查阅', en: 'reader' },
    may: {
      zh: '查看所辖地区的账簿、预算和报表；个人和单位的明细按部门',
      en: 'read books, budgets and statements of the own places; of persons and employers what the own department sees',
    },
    departments: EVERY,
    sees: 'own department',
    excludes: [],
  },
} as const satisfies Readonly<Record<string, Role>>;

export type RoleId = keyof typeof ROLES;

export const ROLE_IDS = Object.keys(ROLES) as readonly RoleId[];

export function isRoleId(text: string): text is RoleId {
  return Object.hasOwn(ROLES, text);
}

/** Whether one person may hold both roles; exclusion counts in both directions. */
export function mayHoldBoth(one: RoleId, other: RoleId): boolean {
  const excludes = (role: RoleId): readonly string[] => ROLES[role].excludes;
  return !excludes(one).includes(other) && !excludes(other).includes(one);
}

function acting(label: Bilingual, departments: Department | readonly Department[], may: Bilingual): Role {
  const own = typeof departments === 'string' ? [departments] : departments;
  return { label, may, departments: own, sees: 'own department', excludes: ['auditor'] };
}
