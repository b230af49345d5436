import { describe, expect, it } from 'vitest';
import { planMonitoring } from '#domain/monitoring/plan-monitoring';
import { warningLines } from '#domain/monitoring/warning-lines';
import { present } from '#kernel/assert';
import { parseMonth } from '#kernel/month';
import { inventedMonitoring } from '#tests/support/invented-monitoring';
import { inventedPack, type FileOverrides } from '#tests/support/invented-pack';
import { loadTestPack } from '#tests/support/load-test-pack';

const MARCH = present(parseMonth('2026-03'), 'a month');

const faults = (overrides: FileOverrides): readonly string[] => {
  const plan = planMonitoring(inventedPack(overrides));
  return plan.allowed ? [] : plan.refusals.map(({ code, at }) => `${code} ${at.split(' ').at(-1) ?? ''}`);
};

const replaced = (from: string, to: string): readonly string[] =>
  faults(inventedMonitoring((text) => text.replace(from, to)));

describe('the monitoring section of a pack', () => {
  it.each([
    ['sichuan', 'SC-3.3-b: says by what risk is warned of, and how often it is assessed', '3 15', '3 15'],
    ['anhui', 'AH-1.4-d: says by what the operation of the funds is analysed', '3 15', '3 15'],
    ['jiangxi', 'JX-3.4: warns below the months that an allocation tops up to', '9', '6'],
    ['jinhua', 'JH-4.12: says by what the city watches the fund', '3 15', '3 15'],
    ['shandong', 'SD-3.5-a: says what guards the balance against risk', '3 15', '3 15'],
  ])('%s, %s', async (id, _title, employee, resident) => {
    const plan = planMonitoring(await loadTestPack(id));
    if (!plan.allowed) throw new Error('the pack has a plan');
    const texts = (['employee', 'resident'] as const).map((type) => {
      const lines = warningLines(plan.value, type, MARCH);
      return lines.allowed
        ? [...(lines.value.get('payable_months')?.values() ?? [])].map(({ text }) => text).join(' ')
        : '';
    });
    expect(texts).toEqual([employee, resident]);
    expect(plan.value.indicators.map(({ indicator }) => indicator)).toContain('arrears');
    expect(plan.value.interval).toBe(id === 'sichuan' ? 'risk_assessment_interval' : undefined);
  });

  it('is absent where a place watches nothing, and that is said by name', () => {
    expect(faults({})).toEqual(['not_monitored yunhai']);
  });

  it('refuses indicators that there are not, that are given twice, and clauses that there are not', () => {
    expect(replaced('indicator: growth_gap', 'indicator: mood')).toEqual(['bad_monitoring mood']);
    expect(replaced('indicator: growth_gap', 'indicator: current_result')).toEqual([
      'bad_monitoring current_result',
    ]);
    expect(replaced('cite: [YH-7]\n  interval', 'cite: [YH-99]\n  interval')).toEqual([
      'unknown_reference YH-99',
    ]);
  });

  it('refuses lines that are no months, or that the indicator does not have', () => {
    expect(replaced('short: watch_short', 'short: levy_rate')).toEqual(['bad_monitoring levy_rate']);
    expect(replaced('short: watch_short', 'low: watch_short')).toEqual(['bad_monitoring watch_short']);
    expect(replaced('interval: watch_interval', 'interval: nothing')).toEqual(['bad_monitoring nothing']);
    expect(replaced('growth_gap, cite', 'growth_gap, with: { short: watch_short }, cite')).toEqual([
      'bad_monitoring watch_short',
    ]);
  });
});
