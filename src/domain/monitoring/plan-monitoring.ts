import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { unknownClauses, unknownReadings } from '#rules/pack/check-references';
import { findValue, type Pack } from '#rules/pack/pack';
import type { RawMonitoring } from '#rules/pack/raw-pack';

/** The indicators by which a place may watch a fund, with the lines of each; a pack may leave out any line. */
export const INDICATORS = {
  payable_months: { name: { zh: '可支付月数', en: 'Months payable' }, lines: ['short', 'excess'] },
  current_result: { name: { zh: '当期结余', en: 'Result of the last twelve months' }, lines: [] },
  growth_gap: { name: { zh: '支出增速与收入增速之差', en: 'Spending growth less income growth' }, lines: [] },
  arrears: { name: { zh: '欠付月数', en: 'Months of arrears' }, lines: ['overdue'] },
} as const satisfies Readonly<
  Record<string, { readonly name: Bilingual; readonly lines: readonly LineName[] }>
>;

export type IndicatorId = keyof typeof INDICATORS;
export type LineName = 'short' | 'excess' | 'overdue';

/** An indicator chosen by a pack, with the values of its lines and the clauses behind it. */
export interface ChosenIndicator {
  readonly indicator: IndicatorId;
  /** Names of the pack's values, in months. */
  readonly lines: Readonly<Partial<Record<LineName, string>>>;
  readonly cite: readonly string[];
  readonly readings: readonly string[];
}

/** A place's plan to watch its funds and warn (SC-3.3-b, AH-1.4-d, JX-3.4, JH-4.12, SD-3.5-a). */
export interface MonitoringPlan {
  readonly pack: Pack;
  readonly cite: readonly string[];
  /** Name of the value, in months, after which risk is assessed again; undefined where the pack sets none. */
  readonly interval: string | undefined;
  readonly indicators: readonly ChosenIndicator[];
}

/** Reads the monitoring section of a pack; refuses a faulty one. A pack without one watches nothing. */
export function planMonitoring(pack: Pack): Decision<MonitoringPlan> {
  const section = pack.raw.monitoring;
  if (section === undefined) return refuse(notMonitored(pack.raw.id));
  const refusals: readonly Refusal[] = [
    ...unknownClauses(pack, 'monitoring', ['cite'], section.cite),
    ...(section.interval === undefined || isMonths(pack, section.interval)
      ? []
      : [badLine(pack, ['interval'], section.interval)]),
    ...section.indicators.flatMap((indicator, index) => indicatorFaults(pack, section, indicator, index)),
  ];
  return allowUnless(refusals, () => ({
    pack,
    cite: section.cite,
    interval: section.interval,
    indicators: section.indicators.map(({ indicator, with: lines = {}, cite, readings = [] }) => ({
      indicator: indicator as IndicatorId,
      lines,
      cite,
      readings,
    })),
  }));
}

function indicatorFaults(
  pack: Pack,
  { indicators }: RawMonitoring,
  { indicator, with: lines = {}, cite, readings = [] }: RawMonitoring['indicators'][number],
  index: number,
): readonly Refusal[] {
  const path = ['indicators', index];
  const wanted: readonly string[] = indicator in INDICATORS ? INDICATORS[indicator as IndicatorId].lines : [];
  const isTwice = indicators.findIndex((one) => one.indicator === indicator) < index;
  return [
    ...unknownClauses(pack, 'monitoring', [...path, 'cite'], cite),
    ...unknownReadings(pack, 'monitoring', [...path, 'readings'], readings),
    ...(indicator in INDICATORS && !isTwice ? [] : [badIndicator(pack, path, indicator)]),
    ...Object.entries(lines).flatMap(([name, value]) =>
      wanted.includes(name) && isMonths(pack, present(value, 'the value of a line'))
        ? []
        : [badLine(pack, [...path, 'with', name], value)],
    ),
  ];
}

/** Whether a value is a number of months, the same for all or by insurance type. */
function isMonths(pack: Pack, name: string): boolean {
  const value = findValue(pack, name);
  return value?.unit === 'month' && (value.axes ?? []).every((axis) => axis === 'scheme');
}

const REWRITE = {
  zh: '请按 docs/reference/pack-format.md 改正',
  en: 'write it as docs/reference/pack-format.md says',
} as const;

function badIndicator(pack: Pack, path: readonly (string | number)[], indicator: string): Refusal {
  const known = Object.keys(INDICATORS).join(', ');
  return {
    code: 'bad_monitoring',
    at: `${pack.locate('monitoring', path)} ${indicator}`,
    what: {
      zh: `没有监测指标 ${indicator}，或它写了两次（现有：${known}）`,
      en: `there is no indicator ${indicator}, or it is given twice (known: ${known})`,
    },
    next: REWRITE,
  };
}

function badLine(pack: Pack, path: readonly (string | number)[], value: string): Refusal {
  return {
    code: 'bad_monitoring',
    at: `${pack.locate('monitoring', path)} ${value}`,
    what: {
      zh: `${value} 须为月数，至多按险种（scheme）分列，且为该指标的线`,
      en: `${value} must be months, by scheme at most, and a line of its indicator`,
    },
    next: REWRITE,
  };
}

function notMonitored(pack: string): Refusal {
  return {
    code: 'not_monitored',
    at: pack,
    what: {
      zh: `政策包 ${pack} 没有监测预警一节`,
      en: `the pack ${pack} does not say what funds are watched by`,
    },
    next: {
      zh: '请选择写明监测预警的政策包，或为它加上 monitoring.yaml',
      en: 'choose a pack that says it, or give this one a monitoring.yaml',
    },
  };
}
