import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { panelNeeds } from '#application/panel/panel-needs';
import { readPanel } from '#application/panel/read-panel';
import type { FundProjectionRequest, SchemeRequest } from '#application/fund-projections/request';
import { checkShape } from '#contract/check-shape';
import { fundProjectionSchema, type FundProjectionBody } from '#contract/fund-projection-output';
import type { AdjustmentOutputBody } from '#contract/adjustment-output';
import { planAdjustment } from '#domain/adjustment/plan';
import { panelInput, type PanelInput } from '#domain/panel/panel-input';
import { readCsvRows } from '#files/csv-rows';
import { expectRefusal, runAdjustLine, type Heard } from '#tests/support/adjust-command';
import { valueOf } from '#tests/support/decided';
import { band, driver, drivers, fundRequest } from '#tests/support/fund-projection';
import { loadTestPack } from '#tests/support/load-test-pack';

/** National Healthcare Security Administration, bulletins of 2023 and 2024: 10 000 persons, 100 million yuan. */
const BULLETIN = 'https://www.nhsa.gov.cn/art/2025/7/14/art_7_17248.html';
const INSURED = 37_948.34;
const RETIRED = 10_457.5;

/** Of employees: income 16 580.30 → 17 342.45 at 37 095 → 37 948.34 insured is 2.24% a head. */
const DRIVERS: SchemeRequest['drivers'] = {
  premium: {
    rate: '2.24%',
    basis: BULLETIN,
    spread: { kind: 'triangular', low: '0%', high: '5%' },
  },
  cost: {
    rate: '4%',
    basis: '假设 assumed',
    spread: { kind: 'triangular', low: '1%', high: '8%' },
  },
  entries: { rate: '2.5%', basis: '假设 assumed' },
};

/** The country's active and retired; what a retired person costs beside an active one is assumed. */
const EMPLOYEE_BANDS: SchemeRequest['bands'] = [
  band('在职 active', { years: 38, costWeight: '1', entering: '100%', exits: '0.2%', basis: BULLETIN }),
  band('退休 retired', { costWeight: '2.6', exits: '2.5%', contributing: '0%', basis: BULLETIN }),
];
const RESIDENT_BANDS: SchemeRequest['bands'] = [
  band('0-59', { years: 60, costWeight: '1', entering: '100%', exits: '1%' }),
  band('60+', { costWeight: '3', exits: '4%' }),
];

/** Persons where a panel does not hold the insured; only the bands' proportion moves anything. */
const UNKNOWN_INSURED = 100_000;

function schemeOf(figures: PanelInput): SchemeRequest {
  const isEmployee = figures.scheme === 'employee';
  const bands = isEmployee ? EMPLOYEE_BANDS : RESIDENT_BANDS;
  const share = isEmployee ? RETIRED / INSURED : 0.22;
  const pools = figures.pools.map(({ id, insured = UNKNOWN_INSURED }) => {
    const old = Math.round(insured * share);
    return { id, persons: { [bands[0]?.id ?? '']: insured - old, [bands[1]?.id ?? '']: old } };
  });
  return { figures, bands, drivers: DRIVERS, pools };
}

/** Both insurance types of a place's panel, as far as its rule covers them. */
async function requestOf(place: string, year: number): Promise<FundProjectionRequest> {
  const plan = valueOf(planAdjustment(await loadTestPack(place)));
  const file = `data/panels/${place}-${year}.csv`;
  const needs = panelNeeds(plan, year);
  const text = readFileSync(file, 'utf8');
  const panel = valueOf(readPanel({ panel: { file, text }, year, needs, readCsv: readCsvRows }));
  return { years: 10, schemes: needs.schemes.map((scheme) => schemeOf(panelInput(panel, scheme))) };
}

const project = (pack: string, request: object, ...options: readonly string[]): Promise<Heard> =>
  runAdjustLine(['project', '--pack', pack, '--input', 'input.json', ...options], {
    'input.json': JSON.stringify(request),
    'scenario.json': JSON.stringify(SCENARIO),
  });
const viewOf = ({ out }: Heard): FundProjectionBody => JSON.parse(out) as FundProjectionBody;

const SCENARIO = {
  name: '费用多增三个点 costs grow three points faster',
  schemes: [{ scheme: 'employee', drivers: { cost: driver('7%') } }],
};

describe('tongchou project', () => {
  it.each([
    ['jiangxi', 2026, 'JX-3.4'],
    ['sichuan', 2026, 'SC-3.3-b'],
    ['anhui', 2027, 'AH-1.4-d'],
    ['jinhua', 2024, 'JH'],
    ['shandong', 2026, 'SD-5.1'],
  ])('JX-3.4 SC-3.3-b AH-1.4-d SD-5.1: projects %s from %i for ten years (%s)', async (place, year) => {
    const request = await requestOf(place, year);
    const heard = await project(place, request, '--paths', '3', '--seed', '1');
    expect([heard.status, heard.out === '' ? heard.err : '']).toEqual([0, '']);
    const view = viewOf(heard);
    expect(checkShape(fundProjectionSchema, view)).toMatchObject({ allowed: true });
    for (const [index, scheme] of view.baseline.schemes.entries()) {
      expect(scheme.years).toHaveLength(10);
      const figures = request.schemes[index]?.figures;
      const adjusted = await runAdjustLine(['adjust', '--pack', place, '--input', 'f.json'], {
        'f.json': JSON.stringify(figures),
      });
      const real = JSON.parse(adjusted.out) as AdjustmentOutputBody;
      const [first] = scheme.years;
      expect(first?.pools.map(({ id, balance, levy, received }) => [id, balance, levy, received])).toEqual(
        real.pools.map(({ id, balanceAfter, levy, received }) => [id, balanceAfter, levy, received]),
      );
      expect(first?.fund).toMatchObject(real.fund);
    }
  });

  it('SD-5.1: compares a scenario on the same draws, and says where progress goes', async () => {
    const request = { ...fundRequest({ drivers: DRIVERS }), years: 6 };
    const heard = await project('jiangxi', request, '--paths', '20', '--scenario', 'scenario.json');
    const view = viewOf(heard);
    expect(heard.err).toContain('路径 20 / 40');
    expect(view.scenario?.name).toBe(SCENARIO.name);
    const last = (schemes: FundProjectionBody['baseline']['schemes'] | undefined) =>
      schemes?.[0]?.years.at(-1)?.pools[0];
    const [before, after] = [last(view.baseline.schemes), last(view.scenario?.schemes)];
    expect(Number(after?.expenditure)).toBeGreaterThan(Number(before?.expenditure));
    expect(before?.fan?.balance.p5).not.toBe(before?.fan?.balance.p95);
  });

  it('AH-1.4-d: gives the same bytes for the same seed', async () => {
    const request = { ...fundRequest({ drivers: DRIVERS }), years: 4 };
    const [one, two, other] = await Promise.all(
      ['1', '1', '2'].map((seed) => project('jiangxi', request, '--paths', '10', '--seed', seed)),
    );
    expect(two?.out).toBe(one?.out);
    expect(other?.out).not.toBe(one?.out);
  });

  it('SD-3.5-a: explains every figure where it is asked to', async () => {
    const heard = await project('jiangxi', fundRequest({}, { years: 2 }), '--explain');
    const nodes = viewOf(heard).baseline.schemes[0]?.explanation ?? [];
    const ids = new Set(nodes.map(({ id }) => id));
    expect(ids).toContain('2025/balance-after/east');
    expect(nodes.flatMap(({ inputs }) => inputs).filter((input) => !ids.has(input))).toEqual([]);
  });

  it('SD-5.1: names each driver that is missing: never zero', async () => {
    const { cost: _, ...others } = drivers();
    const request = fundRequest({ drivers: others as SchemeRequest['drivers'] });
    expectRefusal(await project('jiangxi', request), ['missing_field schemes[0].drivers.cost:']);
    expectRefusal(await project('jiangxi', fundRequest(), '--years', '11'), ['bad_value years:']);
    expectRefusal(await project('jiangxi', fundRequest(), '--paths', '0'), ['bad_value paths:']);
  });
});
