import { fileURLToPath } from 'node:url';
import type { PackSource } from '#application/ports/pack-source';
import { packFolder } from '#files/pack-folder';
import { inventedSource, type FileOverrides } from '#tests/support/invented-pack';

const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));

/** The real packs, and the invented province that watches its funds. */
export function watchingSource(): PackSource {
  const [real, invented] = [packFolder(PACKS), inventedSource(inventedMonitoring())];
  return {
    listIds: async () => [...(await real.listIds()), ...(await invented.listIds())],
    findFiles: async (id) => (await invented.findFiles(id)) ?? real.findFiles(id),
  };
}

/** What the invented province watches its funds by: residents are short below two months, employees below three. */
export function inventedMonitoring(change: (text: string) => string = (text) => text): FileOverrides {
  return {
    'monitoring.yaml': change(`monitoring:
  cite: [YH-7]
  interval: watch_interval
  indicators:
    - { indicator: payable_months, with: { short: watch_short, excess: watch_excess }, cite: [YH-7] }
    - { indicator: current_result, cite: [YH-7] }
    - { indicator: growth_gap, cite: [YH-7] }
    - { indicator: arrears, with: { overdue: watch_overdue }, cite: [YH-7] }
`),
    'values/monitoring.yaml': `values:
  watch_short:
    label: { zh: 不足线, en: Short below }
    unit: month
    kind: delegated
    axes: [scheme]
    anchor: fund_year
    versions:
      - { from: 2024-01-01, cells: { employee: 3, resident: 2 }, cite: [YH-7], reading: YH-R1, reliability: own }
  watch_excess:
    label: { zh: 过多线, en: Too much above }
    unit: month
    kind: exact
    anchor: fund_year
    versions:
      - { from: 2024-01-01, value: 15, cite: [YH-7] }
  watch_overdue:
    label: { zh: 欠付线, en: Owed too long above }
    unit: month
    kind: exact
    anchor: fund_year
    versions:
      - { from: 2024-01-01, value: 2, cite: [YH-7] }
  watch_interval:
    label: { zh: 评估间隔, en: Interval }
    unit: month
    kind: exact
    anchor: fund_year
    versions:
      - { from: 2024-01-01, value: 12, cite: [YH-7] }
`,
  };
}
