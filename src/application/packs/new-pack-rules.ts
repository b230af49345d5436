/** Starter texts of what a new pack reckons by: its values, its pipeline and a worked case of both. */
export function startValues(clause: string, reading: string): string {
  return `# 有日期、有依据的数值。Dated values, each citing its clause; see docs/reference/pack-format.md.
values:
  levy_rate:
    label: { zh: 上解比例, en: Levy rate }
    unit: rate
    kind: exact
    axes: [scheme] # one figure for each insurance type
    anchor: fund_year
    versions:
      - from: 2025-01-01
        cells: { employee: 5%, resident: 5% }
        cite: [${clause}]
  target_months:
    label: { zh: 补足的可支付月数, en: Months payable that a pool is topped up to }
    unit: month
    kind: exact
    axes: [scheme]
    anchor: fund_year
    versions:
      - from: 2025-01-01
        cells: { employee: 6, resident: 6 }
        cite: [${clause}]
  shortage_rule: # left to a later rule: an assumption, named in every result that used it
    label: { zh: 调剂金不足时的分配办法（假设）, en: Sharing when the fund falls short (assumption) }
    unit: choice
    kind: delegated
    options: [proportional]
    anchor: fund_year
    versions:
      - from: 2025-01-01
        value: proportional
        cite: [${clause}]
        reading: ${reading}
        reliability: own
`;
}

export function startAdjustment(clause: string, reading: string): string {
  return `# 调剂的步骤，依次进行。The steps of the adjustment in the order they run; docs/reference/mechanisms.md lists them.
adjustment:
  schemes: # insurance types and the first fund year of each
    employee: { first_year: 2025 }
    resident: { first_year: 2025 }
  cite: [${clause}]
  readings: [R-7]
  steps:
    - mechanism: levy
      with: { base: collections, rate: levy_rate }
      cite: [${clause}]
      readings: [R-1, R-3]
    - mechanism: deficit_cover
      with: {}
      cite: [${clause}]
      readings: [R-6]
    - mechanism: top_up_to_months
      with: { target: target_months, shortage: shortage_rule }
      cite: [${clause}]
      readings: [R-2, R-3, ${reading}]
`;
}

export function startCase(clause: string): string {
  return `# 人工算出的范例，算式写在注释里。Cases reckoned by hand, with the sums in comments; amounts are yuan.
cases:
  - id: first-is-topped-up
    title: { zh: 甲市补足到 6 个月, en: First is topped up to six months }
    clauses: [${clause}]
    command: adjust
    # first:  levy 1,000,000 × 5% = 50,000; balance 500,000 + 1,200,000 − 1,200,000 = 500,000, after the levy
    #         450,000; six months = 6 × 1,200,000 ÷ 12 = 600,000; 150,000 short
    # second: levy 3,000,000 × 5% = 150,000; balance 1,000,000 + 3,300,000 − 2,400,000 = 1,900,000, after the
    #         levy 1,750,000; six months = 1,200,000; nothing short
    # fund:   inflow 200,000 − 150,000 = 50,000 left
    input:
      year: 2025
      scheme: employee
      fund: { openingBalance: '0.00', interest: '0.00', otherIncome: '0.00' }
      pools:
        - id: first
          collections: '1000000.00'
          revenue: '1200000.00'
          expenditure: '1200000.00'
          openingBalance: '500000.00'
          treasuryCover: '0.00'
        - id: second
          collections: '3000000.00'
          revenue: '3300000.00'
          expenditure: '2400000.00'
          openingBalance: '1000000.00'
          treasuryCover: '0.00'
    expect:
      levies:
        - { pool: first, amount: '50000.00' }
        - { pool: second, amount: '150000.00' }
      allocations:
        - { stage: normal, pool: first, amount: '150000.00' }
      fund: { inflow: '200000.00', outflow: '150000.00', closingBalance: '50000.00' }
`;
}
