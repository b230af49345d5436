import { readPoints } from '#domain/assessment/points';
import { budgetRuleFault, noBudgetRules } from '#domain/budget/rule-refusals';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { firstDayOfYear, type InsuranceYear } from '#kernel/insurance-year';
import type { Rational } from '#kernel/rational';
import type { Rate } from '#kernel/rate';
import { unknownClauses, unknownReadings } from '#rules/pack/check-references';
import { findValue, type Pack } from '#rules/pack/pack';
import type { Bilingual } from '#kernel/bilingual';
import { resolveValue } from '#rules/value/resolve-value';

/** Rules that a place may choose for its budgets; each is named once in the `budget` section of a pack. */
export const BUDGET_MECHANISMS = {
  year_deficit_by_exception: { zh: '当年赤字须有留痕的例外', en: 'a deficit of the year needs an exception' },
  year_deficit_refused: { zh: '当年赤字一律退回', en: 'a deficit of the year is refused' },
  accumulated_deficit_refused: {
    zh: '累计赤字一律退回',
    en: 'a deficit on the accumulated balance is refused',
  },
  adjustment_fund_carried: {
    zh: '调剂金列入预算，上下级抵销',
    en: 'the adjustment fund stands in the budget and is eliminated',
  },
  binding: {
    zh: '批准即守：拨付不超预算，只经调整方案改动',
    en: 'what is adopted binds: payments within its lines, changes by a plan only',
  },
  deviation_notices: { zh: '执行偏差分级提示', en: 'deviations raise notices by level' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type BudgetMechanism = keyof typeof BUDGET_MECHANISMS;

export interface BudgetRule {
  readonly mechanism: BudgetMechanism;
  /** Name of the value that fills it; only `deviation_notices` has one. */
  readonly levels: string | undefined;
  readonly cite: readonly string[];
  readonly readings: readonly string[];
}

export interface Indicator {
  readonly id: string;
  readonly name: Bilingual;
  /** The highest score. */
  readonly points: Rational;
  readonly pointsText: string;
  readonly cite: readonly string[];
  readonly readings: readonly string[];
}

/** A place's checked budget rules; every mechanism is known. */
export interface BudgetRules {
  readonly pack: Pack;
  readonly firstYear: number;
  readonly cite: readonly string[];
  readonly rules: readonly BudgetRule[];
  /** Indicators of performance; empty where the pack leaves them to the year's plan. */
  readonly indicators: readonly Indicator[];
}

/** A level of notice, with the deviation from which it is raised. */
export interface NoticeLevel {
  readonly level: string;
  readonly from: Rate;
}

/** Reads the budget section of a pack; refuses a faulty one. */
export function planBudget(pack: Pack): Decision<BudgetRules> {
  const section = pack.raw.budget;
  if (section === undefined) return refuse(noBudgetRules(pack.raw.id));
  const names = section.rules.map(({ mechanism }) => mechanism);
  const refusals: Refusal[] = [
    ...unknownClauses(pack, 'budget', ['cite'], section.cite),
    ...unknownReadings(pack, 'budget', ['readings'], section.readings ?? []),
    ...section.rules.flatMap((rule, index) => [
      ...unknownClauses(pack, 'budget', ['rules', index, 'cite'], rule.cite),
      ...unknownReadings(pack, 'budget', ['rules', index, 'readings'], rule.readings ?? []),
      ...ruleFaults(pack, rule, names, pack.locate('budget', ['rules', index])),
    ]),
    ...(section.indicators ?? []).flatMap((indicator, index) => [
      ...unknownClauses(pack, 'budget', ['indicators', index, 'cite'], indicator.cite),
      ...unknownReadings(pack, 'budget', ['indicators', index, 'readings'], indicator.readings ?? []),
      ...indicatorFaults(indicator.points, pack.locate('budget', ['indicators', index])),
    ]),
  ];
  return allowUnless(refusals, () => ({
    pack,
    firstYear: Number.parseInt(section.first_year, 10),
    cite: section.cite,
    rules: section.rules.map(({ mechanism, with: filling, cite, readings = [] }) => ({
      mechanism: mechanism as BudgetMechanism,
      levels: filling?.['levels'],
      cite,
      readings,
    })),
    indicators: (section.indicators ?? []).map(({ id, name, points, cite, readings = [] }) => ({
      id,
      name,
      points: readPoints(points) ?? { numerator: 0n, denominator: 1n },
      pointsText: points,
      cite,
      readings,
    })),
  }));
}

/** Finds the rule of a mechanism; undefined where the place has not chosen it. */
export function findRule({ rules }: BudgetRules, mechanism: BudgetMechanism): BudgetRule | undefined {
  return rules.find((rule) => rule.mechanism === mechanism);
}

/** Lists the levels of notice in a year, lowest first; empty where the place has chosen none. */
export function noticeLevels(rules: BudgetRules, year: InsuranceYear): Decision<readonly NoticeLevel[]> {
  const rule = findRule(rules, 'deviation_notices');
  if (rule?.levels === undefined) return allow([]);
  const levels: NoticeLevel[] = [];
  for (const level of ['notice', 'warning', 'alarm']) {
    const at = { on: firstDayOfYear(year), cell: { deviation_level: level }, assumptions: 'state' } as const;
    const resolved = resolveValue(rules.pack, rule.levels, at);
    if (!resolved.allowed) return resolved;
    const { quantity } = resolved.value;
    if (quantity.unit === 'rate') levels.push({ level, from: quantity.rate });
  }
  return allow(levels);
}

function ruleFaults(
  pack: Pack,
  {
    mechanism,
    with: filling = {},
  }: { readonly mechanism: string; readonly with?: Readonly<Record<string, string>> },
  all: readonly string[],
  at: string,
): readonly Refusal[] {
  const known = Object.keys(BUDGET_MECHANISMS);
  if (!known.includes(mechanism)) {
    const list = known.join(', ');
    return [
      budgetRuleFault(at, mechanism, {
        zh: `没有名为 ${mechanism} 的预算机制（现有：${list}）`,
        en: `there is no budget mechanism ${mechanism} (known: ${list})`,
      }),
    ];
  }
  const wanted = mechanism === 'deviation_notices' ? ['levels'] : [];
  const wrong = [
    ...Object.keys(filling).filter((name) => !wanted.includes(name)),
    ...wanted.filter((name) => filling[name] === undefined),
  ];
  const levels = filling['levels'];
  const value = levels === undefined ? undefined : findValue(pack, levels);
  const isLevels = value?.unit === 'rate' && value.axes?.join() === 'deviation_level';
  return [
    ...(all.filter((name) => name === mechanism).length > 1
      ? [budgetRuleFault(at, mechanism, { zh: `${mechanism} 写了两次`, en: `${mechanism} is given twice` })]
      : []),
    ...wrong.map((name) =>
      budgetRuleFault(at, name, {
        zh: `${mechanism} 的参数 ${name} 缺失或多余`,
        en: `the argument ${name} of ${mechanism} is missing or not wanted`,
      }),
    ),
    ...(levels === undefined || isLevels
      ? []
      : [
          budgetRuleFault(at, levels, {
            zh: `${levels} 须为按 deviation_level 分列的比例`,
            en: `${levels} must be rates by deviation_level`,
          }),
        ]),
  ];
}

function indicatorFaults(points: string, at: string): readonly Refusal[] {
  const read = readPoints(points);
  if (read !== undefined && read.numerator > 0n) return [];
  return [
    budgetRuleFault(at, 'points', {
      zh: '分值须为大于 0、至多两位小数的数',
      en: 'points are a number above 0 with at most two decimals',
    }),
  ];
}
