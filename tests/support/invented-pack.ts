import type { PackSource } from '#application/ports/pack-source';
import { sha256 } from '#files/sha256';
import { present } from '#kernel/assert';
import { refusalLine, type Decision } from '#kernel/decision';
import { loadPack } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';

/**
 * An invented province, Yunhai, with three cities, and the union above it that bounds its figures. No
 * document says any of this. The packs are small, complete and valid; tests break them one fault at a time.
 */
const UNION: Readonly<Record<string, string>> = {
  'instrument.yaml': `id: union
name: { zh: 联邦, en: Union }
status: in_force
instruments:
  - id: un-1
    title: { zh: 联邦规定, en: Rules of the union }
    issuer: { zh: 联邦, en: The union }
    status: in_force
`,
  'clauses.yaml': `clauses:
  - { id: UN-1, instrument: un-1, article: { zh: 一, en: '1' }, kind: rule, paraphrase: { zh: 上解有上限, en: Levies are limited } }
`,
  'values/limits.yaml': `values:
  levy_rate_limit:
    label: { zh: 上解比例上限, en: Limit of the levy rate }
    unit: rate
    kind: upper_bound
    anchor: fund_year
    versions:
      - from: 2020-01-01
        value: 20%
        cite: [UN-1]
`,
  'readings.yaml': `readings:
  - { id: R-1, clauses: [UN-1], reading: { zh: 只算统筹基金, en: Pooled fund only } }
  - { id: R-2, clauses: [UN-1], reading: { zh: 可支付月数, en: Months payable } }
  - { id: R-3, clauses: [UN-1], reading: { zh: 取整, en: Rounding } }
  - { id: R-5, clauses: [UN-1], reading: { zh: 调剂前结余, en: Balance before } }
`,
};

const YUNHAI: Readonly<Record<string, string>> = {
  'instrument.yaml': `id: yunhai
name: { zh: 云海省, en: Yunhai }
extends: [union]
status: in_force
instruments:
  - id: yh-2024-1
    number: 云海发〔2024〕1号
    title: { zh: 云海省统筹调剂办法, en: Adjustment rules of Yunhai }
    issuer: { zh: 云海省, en: Yunhai }
    issued: 2023-12-01
    effective: 2024-01-01
    status: in_force
`,
  'clauses.yaml': `clauses:
  - { id: YH-1, instrument: yh-2024-1, article: { zh: 一, en: '1' }, kind: rule, paraphrase: { zh: 三市调剂, en: Three cities } }
  - { id: YH-2, instrument: yh-2024-1, article: { zh: 二, en: '2' }, kind: rule, paraphrase: { zh: 上解, en: Levy } }
  - { id: YH-3, instrument: yh-2024-1, article: { zh: 三, en: '3' }, kind: control, paraphrase: { zh: 条件, en: Conditions } }
  - { id: YH-4, instrument: yh-2024-1, article: { zh: 四, en: '4' }, kind: rule, paraphrase: { zh: 追回返还, en: Returns } }
  - { id: YH-5, instrument: yh-2024-1, article: { zh: 五, en: '5' }, kind: rule, paraphrase: { zh: 补足月数, en: Months } }
  - { id: YH-6, instrument: yh-2024-1, article: { zh: 六, en: '6' }, kind: rule, paraphrase: { zh: 紧急调剂, en: Emergency } }
  - { id: YH-7, instrument: yh-2024-1, article: { zh: 七, en: '7' }, kind: rule, paraphrase: { zh: 激励, en: Incentive } }
  - id: YH-8
    instrument: yh-2024-1
    article: { zh: 八, en: '8' }
    kind: rule
    paraphrase: { zh: 分担比例另定, en: Shares are left to a later rule }
    open: { zh: 比例, en: The share }
`,
  'places.yaml': `pools:
  - { id: east, code: '990100', name: { zh: 东市, en: East }, from: 2024-01-01, cite: [YH-1] }
  - { id: west, code: '990200', name: { zh: 西市, en: West }, from: 2024-01-01, cite: [YH-1] }
  - { id: north, code: '990300', name: { zh: 北市, en: North }, from: 2024-01-01, cite: [YH-1] }
`,
  'readings.yaml': `readings:
  - id: YH-R1
    clauses: [YH-5, YH-6]
    reading: { zh: 不足时按比例, en: In proportion when short }
    alternatives:
      - { zh: 依次拨付, en: One after another }
  - { id: YH-R2, clauses: [YH-8], reading: { zh: 假设各半, en: Half each by assumption } }
`,
  'statistics.yaml': `statistics:
  average_wage:
    label: { zh: 月平均工资, en: Average monthly wage }
    unit: fen
    values:
      - { year: 2023, value: 5000.05, published: 2024-06-20, source: invented, reliability: own }
      - { year: 2024, value: 6000.00, published: 2025-06-20, source: invented, reliability: own }
`,
  'values/fund.yaml': `values:
  levy_rate:
    label: { zh: 上解比例, en: Levy rate }
    unit: rate
    kind: exact
    axes: [scheme]
    anchor: fund_year
    bounded_by: levy_rate_limit
    versions:
      - from: 2024-01-01
        to: 2024-12-31
        cells: { employee: 5%, resident: 10% }
        cite: [YH-2]
        published: 2023-12-01
      - from: 2025-01-01
        cells: { employee: 6%, resident: 12% }
        cite: [YH-2]
  target_months:
    label: { zh: 补足月数, en: Target months }
    unit: month
    kind: exact
    axes: [scheme]
    anchor: fund_year
    bounded_by: target_months_band
    versions:
      - from: 2024-01-01
        cells: { employee: 6, resident: 3 }
        cite: [YH-5]
  target_months_band:
    label: { zh: 补足月数的范围, en: Band of the target months }
    unit: month
    kind: band
    axes: [scheme]
    anchor: fund_year
    versions:
      - from: 2024-01-01
        low: { employee: 4, resident: 2 }
        high: { employee: 9, resident: 6 }
        cite: [YH-5]
  care_share:
    label: { zh: 返还就医地比例, en: Share of the place of care }
    unit: rate
    kind: exact
    anchor: fund_year
    versions: [{ from: 2024-01-01, value: 30%, cite: [YH-4] }]
  insured_share:
    label: { zh: 返还参保地比例, en: Share of the place of insurance }
    unit: rate
    kind: exact
    anchor: fund_year
    versions: [{ from: 2024-01-01, value: 50%, cite: [YH-4] }]
  incentive_share:
    label: { zh: 激励比例, en: Incentive share }
    unit: rate
    kind: exact
    anchor: fund_year
    bounded_by: incentive_share_minimum
    versions: [{ from: 2024-01-01, value: 40%, cite: [YH-7] }]
  incentive_share_minimum:
    label: { zh: 激励比例下限, en: Least incentive share }
    unit: rate
    kind: lower_bound
    anchor: fund_year
    versions: [{ from: 2024-01-01, value: 10%, cite: [YH-7] }]
  incentive_key:
    label: { zh: 激励依据, en: Key of the incentive }
    unit: choice
    kind: exact
    options: [levy]
    anchor: fund_year
    versions: [{ from: 2024-01-01, value: levy, cite: [YH-7] }]
  shortage_rule:
    label: { zh: 不足时的办法, en: Rule of a shortage }
    unit: choice
    kind: delegated
    options: [proportional]
    anchor: fund_year
    versions: [{ from: 2024-01-01, value: proportional, cite: [YH-5], reading: YH-R1, reliability: own }]
  gap_share:
    label: { zh: 缺口分担比例, en: Share of a gap }
    unit: rate
    kind: delegated
    anchor: fund_year
    versions: [{ from: 2024-01-01, cite: [YH-8], reading: YH-R2 }]
`,
  'values/benefit.yaml': `axes:
  hospital_tier: [first, second]
values:
  deductible:
    label: { zh: 起付标准, en: Deductible }
    unit: fen
    kind: exact
    axes: [pool]
    anchor: event_date
    versions:
      - from: 2024-01-01
        cells:
          east: 600.00
          west: 500.50
          north: 400
        cite: [YH-1]
  inpatient_ratio:
    label: { zh: 住院比例, en: Inpatient ratio }
    unit: rate
    kind: exact
    axes: [scheme, hospital_tier]
    anchor: event_date
    versions:
      - from: 2024-01-01
        cells:
          employee: { first: 90%, second: 85.5% }
          resident: { first: 75%, second: 70% }
        cite: [YH-1]
  tier_step:
    label: { zh: 级差, en: Step between tiers }
    unit: points
    kind: exact
    anchor: event_date
    versions: [{ from: 2024-01-01, value: 4.5, cite: [YH-1] }]
  contribution_ceiling:
    label: { zh: 缴费基数上限, en: Ceiling of the contribution base }
    unit: fen
    kind: exact
    anchor: contribution_month
    versions:
      - from: 2024-01-01
        linked: { statistic: average_wage, times: 30.1%, year_offset: -1, round: half_up }
        cite: [YH-1]
`,
  'adjustment.yaml': `adjustment:
  schemes:
    employee: { first_year: 2024 }
    resident: { first_year: 2025 }
  cite: [YH-1]
  readings: [R-1]
  steps:
    - mechanism: levy
      with: { base: collections, rate: levy_rate }
      cite: [YH-2]
      readings: [R-1, R-3]
    - mechanism: deficit_cover
      cite: [YH-3]
    - mechanism: conditions
      with: { conditions: [levyPaid, breachesCorrected, budgetMet, enrolmentMet, subsidyPaid] }
      cite: [YH-3]
    - mechanism: recovery_return
      with: { care_share: care_share, insured_share: insured_share }
      cite: [YH-4]
    - mechanism: top_up_to_months
      with: { target: target_months, shortage: shortage_rule }
      cite: [YH-5]
      readings: [R-2, YH-R1]
    - mechanism: emergency
      with: { causes: [public_health, policy], shortage: shortage_rule }
      cite: [YH-6]
      readings: [YH-R1]
    - mechanism: share_of_remainder
      with: { share: incentive_share, key: incentive_key }
      cite: [YH-7]
`,
  // East: balance 500 + 1300 − 1200 = 600, levy 50, target 600, so 50 short.
  'cases/first-year.yaml': `cases:
  - id: east-is-topped-up
    title: { zh: 补足东市, en: East is topped up }
    clauses: [YH-5]
    command: adjust
    input:
      year: 2024
      scheme: employee
      fund: { openingBalance: '0.00', interest: '0.00', otherIncome: '0.00' }
      pools:
        - id: east
          collections: '1000.00'
          revenue: '1300.00'
          expenditure: '1200.00'
          openingBalance: '500.00'
          treasuryCover: '0.00'
          emergency: '0.00'
          emergencyCause: other
          conditions:
            { levyPaid: true, breachesCorrected: true, budgetMet: true, enrolmentMet: true, subsidyPaid: true }
    expect:
      allocations: [{ stage: normal, pool: east, amount: '50.00' }]
`,
};

/** A file's new text, a change of its old text, or null where the file is to be missing. */
export type FileOverrides = Readonly<Record<string, string | null | ((old: string) => string)>>;

/** The files of Yunhai, some of them replaced, changed, added or left out. */
export function inventedPackFiles(overrides: FileOverrides = {}): ReadonlyMap<string, string> {
  const files = new Map(Object.entries(YUNHAI));
  for (const [path, override] of Object.entries(overrides)) {
    if (override === null) files.delete(path);
    else files.set(path, typeof override === 'string' ? override : override(files.get(path) ?? ''));
  }
  return files;
}

/** Yunhai and the union above it, as a source of packs. */
export function inventedSource(overrides: FileOverrides = {}): PackSource {
  const packs = new Map([
    ['yunhai', inventedPackFiles(overrides)],
    ['union', new Map(Object.entries(UNION))],
  ]);
  return {
    listIds: () => Promise.resolve([...packs.keys()]),
    findFiles: (id) => {
      const files = packs.get(id);
      return Promise.resolve(files === undefined ? undefined : { id, files });
    },
  };
}

/** Loads Yunhai with the union above it; `union` changes the union's files in the same way. */
export function loadInventedPack(overrides: FileOverrides = {}, union: FileOverrides = {}): Decision<Pack> {
  const files = inventedPackFiles(overrides);
  return loadPack({ id: 'yunhai', files }, [inventedUnion(union)], sha256);
}

/** Yunhai, for tests of what it is used for; a fault in it fails the test with all that is wrong. */
export function inventedPack(overrides: FileOverrides = {}, union: FileOverrides = {}): Pack {
  return loaded(loadInventedPack(overrides, union));
}

/** The pack that Yunhai extends. */
export function inventedUnion(overrides: FileOverrides = {}): Pack {
  const files = new Map(Object.entries(UNION));
  for (const [path, override] of Object.entries(overrides)) {
    const old = present(files.get(path), `the union's file ${path}`);
    files.set(path, typeof override === 'function' ? override(old) : (override ?? old));
  }
  return loaded(loadPack({ id: 'union', files }, [], sha256));
}

/** Replaces the one place where `old` stands; another number of places fails the test. */
export function replaceOnce(old: string, replacement: string): (text: string) => string {
  return (text) => {
    const parts = text.split(old);
    if (parts.length !== 2) throw new Error(`"${old}" stands ${parts.length - 1} times in:\n${text}`);
    return parts.join(replacement);
  };
}

/** A fault made in one file of Yunhai, and what is to be said about it: code, place and field. */
export interface InventedFault {
  readonly file: string;
  readonly change: (old: string) => string;
  readonly code: string;
  /** Stands in the line that the refusal is to name, and nowhere before it. */
  readonly line: string;
  /** What follows the line in the place. */
  readonly field?: string;
}

/** What is said about a fault and what should be said: one refusal, told as `code packs/yunhai/file:line field`. */
export function tellFault({ file, change, code, line, field }: InventedFault): {
  readonly told: readonly string[];
  readonly expected: readonly string[];
} {
  const pack = loadInventedPack({ [file]: change });
  const text = inventedPackFiles({ [file]: change }).get(file) ?? '';
  const index = text.split('\n').findIndex((each) => each.includes(line));
  if (index === -1) throw new Error(`"${line}" stands nowhere in:\n${text}`);
  const place = `packs/yunhai/${file}:${index + 1}${field === undefined ? '' : ` ${field}`}`;
  return {
    told: pack.allowed ? [] : pack.refusals.map((refusal) => `${refusal.code} ${refusal.at}`),
    expected: [`${code} ${place}`],
  };
}

function loaded(pack: Decision<Pack>): Pack {
  if (!pack.allowed) throw new Error(pack.refusals.map(refusalLine).join('\n'));
  return pack.value;
}
