import { planContribution } from '#domain/contribution/plan';
import { refusalLine } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';
import type { Formula, FormulaUnit } from '#rules/formula/node';
import type { Pack } from '#rules/pack/pack';
import { planTargets } from '#rules/targets/plan';
import { combinations } from '#tests/support/formula-rows-fields';
import { present } from '#kernel/assert';
import { resolveVector } from '#rules/formula/value-vector';
import { inventedPack } from '#tests/support/invented-pack';
import type { FormulaTrial } from '#tests/support/formula-rows-story';

/** The invented province collects contributions by every formula; its figures changed on 1 July 2025. */
const CONTRIBUTION = `contribution:
  cite: [YH-1]
  kinds:
    employee:
      formula: shared_wage
      first_year: 2025
      with: { floor: base_floor, cap: base_cap, employerRate: employer_rate, employeeRate: employee_rate, accountShare: account_share }
      cite: [YH-1]
    flexible:
      formula: declared_wage
      first_year: 2025
      with: { floor: base_floor, cap: base_cap, rate: flexible_rate, accountRate: flexible_account_rate }
      cite: [YH-1]
    resident:
      formula: fixed_fee
      first_year: 2025
      with: { fee: resident_fee, subsidy: resident_subsidy, residencePermitShare: permit_share, extremePovertyAidShare: extreme_share, aidShare: aid_share }
      cite: [YH-1]
    retiree:
      formula: account_credit
      first_year: 2025
      with: { credit: account_credit }
      cite: [YH-1]
    retirement:
      formula: retirement_top_up
      first_year: 2025
      with: { floor: base_floor, cap: base_cap, employerRate: employee_rate, employeeRate: account_share, requiredYears: required_years }
      cite: [YH-1]
`;

/** The share of a subsidy to a residence permit is left open: only rows that need it are refused. */
const VALUES = `axes:
  employer_kind: [ordinary, organ]
  personal_account: [with, without]
  tier: [lower, upper]
  sex: [male, female]
  aid_category: [extreme_poverty, low_income, near_low_income]
values:
  base_floor:
    label: { zh: 基数, en: Base }
    unit: fen
    kind: exact
    anchor: contribution_month
    versions:
      - { from: 2025-01-01, to: 2025-06-30, value: 4019.03, cite: [YH-1] }
      - { from: 2025-07-01, value: 4200.00, cite: [YH-1] }
  base_cap:
    label: { zh: 基数上限, en: Cap of the base }
    unit: fen
    kind: exact
    anchor: contribution_month
    versions:
      - { from: 2025-01-01, to: 2025-06-30, value: 20094.15, cite: [YH-1] }
      - { from: 2025-07-01, value: 21000.01, cite: [YH-1] }
  employer_rate:
    label: { zh: 单位费率, en: Rate of the employer }
    unit: rate
    kind: exact
    axes: [employer_kind]
    anchor: contribution_month
    versions: [{ from: 2025-01-01, cells: { ordinary: 7.5%, organ: 7.3125% }, cite: [YH-1] }]
  employee_rate:
    label: { zh: 个人费率, en: Rate of the employee }
    unit: rate
    kind: exact
    anchor: contribution_month
    versions: [{ from: 2025-01-01, value: 2.05%, cite: [YH-1] }]
  account_share:
    label: { zh: 划入比例, en: Share to the account }
    unit: rate
    kind: exact
    anchor: contribution_month
    versions: [{ from: 2025-01-01, value: 62.5%, cite: [YH-1] }]
  flexible_rate:
    label: { zh: 灵活就业费率, en: Rate of flexible workers }
    unit: rate
    kind: exact
    axes: [personal_account]
    anchor: contribution_month
    versions: [{ from: 2025-01-01, cells: { with: 9.5%, without: 7.25% }, cite: [YH-1] }]
  flexible_account_rate:
    label: { zh: 灵活就业划入比例, en: Rate to the account of flexible workers }
    unit: rate
    kind: exact
    axes: [personal_account]
    anchor: contribution_month
    versions: [{ from: 2025-01-01, cells: { with: 2.5%, without: 0% }, cite: [YH-1] }]
  resident_fee:
    label: { zh: 个人缴费, en: Fee }
    unit: fen
    kind: exact
    anchor: coverage_year
    versions: [{ from: 2025-01-01, value: 400.01, cite: [YH-1] }]
  aided_fee:
    label: { zh: 受资助者自缴, en: Fee left to an aided person }
    unit: fen
    kind: exact
    anchor: coverage_year
    versions:
      - { from: 2025-01-01, to: 2025-06-30, value: 120.00, cite: [YH-1] }
      - { from: 2025-07-01, to: 2025-09-30, value: 400.01, cite: [YH-1] }
      - { from: 2025-10-01, value: 400.02, cite: [YH-1] }
  resident_subsidy:
    label: { zh: 财政补助, en: Subsidy }
    unit: fen
    kind: exact
    axes: [tier]
    anchor: coverage_year
    versions: [{ from: 2025-01-01, cells: { lower: 670.00, upper: 700.01 }, cite: [YH-1] }]
  permit_share:
    label: { zh: 居住证补助比例, en: Share of the subsidy to a residence permit }
    unit: rate
    kind: delegated
    anchor: coverage_year
    versions: [{ from: 2025-01-01, cite: [YH-8], reading: YH-R2 }]
  extreme_share:
    label: { zh: 特困资助比例, en: Aid in extreme poverty }
    unit: rate
    kind: exact
    anchor: coverage_year
    versions: [{ from: 2025-01-01, value: 100%, cite: [YH-1] }]
  aid_share:
    label: { zh: 资助比例, en: Share of aid }
    unit: rate
    kind: exact
    axes: [aid_category]
    anchor: coverage_year
    versions: [{ from: 2025-01-01, cells: { extreme_poverty: 90%, low_income: 87.5%, near_low_income: 50% }, cite: [YH-1] }]
  account_credit:
    label: { zh: 退休人员划入, en: Credit of retirees }
    unit: fen
    kind: exact
    axes: [sex]
    anchor: contribution_month
    versions: [{ from: 2025-01-01, cells: { male: 95.50, female: 95.51 }, cite: [YH-1] }]
  required_years:
    label: { zh: 最低年限, en: Years required }
    unit: year
    kind: exact
    axes: [sex]
    anchor: contribution_month
    versions: [{ from: 2025-01-01, cells: { male: 30, female: 25 }, cite: [YH-1] }]
`;

const FIRST_DAYS = ['2025-01-01', '2025-07-01', '2025-10-01'];

/** Every contribution formula as the invented province fills it, with its values before and after the change. */
export function inventedContributionTrials(): readonly FormulaTrial[] {
  const files = { 'values/contribution.yaml': VALUES, 'contribution.yaml': CONTRIBUTION };
  const left = CONTRIBUTION.replace('formula: fixed_fee\n', 'formula: fixed_fee_left\n').replace(
    'extremePovertyAidShare: extreme_share, aidShare: aid_share',
    'aidedFee: aided_fee',
  );
  return [
    ...contributionTrials(inventedPack(files), FIRST_DAYS),
    ...contributionTrials(inventedPack({ ...files, 'contribution.yaml': left }), FIRST_DAYS).filter(
      ({ title }) => title.includes('fixed_fee_left'),
    ),
  ];
}

/** What stands in for a figure that a place leaves open, by its unit. */
const STAND_INS: Readonly<Partial<Record<FormulaUnit, string>>> = {
  fen: '123.45',
  rate: '7.25%',
  count: '15',
};

/** The contribution formulas of a pack, with its values of several days; on the last nothing is left open. */
export function contributionTrials(pack: Pack, days: readonly string[]): readonly FormulaTrial[] {
  const planned = planContribution(pack);
  if (!planned.allowed) throw new Error(planned.refusals.map(refusalLine).join('\n'));
  return [...planned.value.kinds].map(([, { formula }]) => ({
    title: `${pack.raw.id} ${formula.id}`,
    formula,
    vectors: days.map((day, at) => {
      const on = day as PlainDate;
      const replaced = at === days.length - 1 ? { replaced: standIns(pack, formula, on) } : {};
      return [on, resolveVector(pack, formula, { on, assumptions: 'state', ...replaced })] as const;
    }),
  }));
}

/** Stand-ins for the values of which a table, or the only figure, is not there on a day. */
function standIns(pack: Pack, formula: Formula, on: PlainDate): Readonly<Record<string, string>> {
  const vector = resolveVector(pack, formula, { on, assumptions: 'state' });
  const open = planTargets(formula).cells.flatMap(({ node, value, keys }) => {
    const isOpen = combinations(keys).some((members) => !vector.read(value, members).allowed);
    const text = STAND_INS[present(formula.nodes[node], value).unit];
    return isOpen && text !== undefined ? [[value, text] as const] : [];
  });
  return Object.fromEntries(open);
}
