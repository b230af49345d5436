import { describe, expect, it } from 'vitest';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import { renderAdjustmentTable } from '#application/rendering/adjustment-table';
import { present } from '#kernel/assert';
import { refusalLine } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';
import { replaceOnce, type FileOverrides } from '#tests/support/invented-pack';
import { area, fundOf, planOf, type Pipeline } from '#tests/support/invented-pipelines';
import { inventedPlan, inventedRequest, requestOf } from '#tests/support/invented-request';

const NOTE = '数据说明：虚构';

function linesOf(pack: Pack, request: AdjustmentRequest, note = NOTE): readonly string[] {
  const output = proposeAdjustment(pack, request);
  if (!output.allowed) throw new Error(output.refusals.map(refusalLine).join('\n'));
  return renderAdjustmentTable(output.value, pack, note).split('\n');
}

const tableOf = (
  pipeline: Pipeline,
  pools: readonly PoolRequest[],
  fund = fundOf('0.00'),
): readonly string[] => linesOf(planOf(pipeline).pack, requestOf(pools, { fund }));

/** The cells of the line that begins with a word; empty cells leave nothing behind. */
function cells(lines: readonly string[], first: string): readonly string[] {
  const line = present(
    lines.find((each) => each.startsWith(first)),
    `a line ${first}`,
  );
  return line.split(/ {2,}/);
}

const FIRST = ['统筹区', '调剂前结余', '月数', '上解'];
const LAST = ['调剂后结余', '月数', '不予分配'];

/** Short by 1,000,000 of 10,000,000, of which the fund bears 400,000. */
const short: Partial<PoolRequest> = {
  revenue: '9000000.00',
  expenditure: '10000000.00',
  priorLevy: '9000000.00',
};
const fund = fundOf('400000.00');

describe("the year's table has the columns that the year needs", () => {
  it('a rule that tops up: its stages, no bearer where nobody bears anything', () => {
    const lines = linesOf(inventedPlan().pack, inventedRequest());
    expect(cells(lines, '统筹区')).toEqual([
      ...FIRST,
      '追回返还',
      '正常调剂',
      '紧急调剂',
      '激励调剂',
      ...LAST,
    ]);
  });

  it('SD-3.4-c, SD-3.4-d: gap sharing, with the bearers that occur, in the order in which they bear', () => {
    const east = area('east', { ...short, openingBalance: '250000.00', bondsRealised: '200000.00' });
    const lines = tableOf('gap_sharing_with_cap', [east, area('west')], fund);
    expect(cells(lines, '统筹区')).toEqual([
      ...FIRST,
      '缺口分担',
      '自有结余',
      '债券变现',
      '尚无来源',
      ...LAST,
    ]);
    // Before 25 + 900 − 1000 = −75; after −75 + 40 + 20 = −15; months of 83.33: −0.90 and −0.18
    const figures = ['-75.00', '-0.90', '0.00', '40.00', '25.00', '20.00', '15.00', '-15.00', '-0.18'];
    expect(cells(lines, '东市')).toEqual(['东市', ...figures]);
    const nothing = ['0.00', '—', '0.00', '0.00', '0.00', '0.00', '0.00', '0.00', '—'];
    expect(cells(lines, '西市')).toEqual(['西市', ...nothing]);
    const totals = ['-75.00', '0.00', '40.00', '25.00', '20.00', '15.00', '-15.00'];
    expect(cells(lines, '合计')).toEqual(['合计', ...totals]);
  });

  it('SC-2.2-d, SC-2.2-e: distribution and release, with the old balance and the treasury', () => {
    const east = area('east', { ...short, openingBalance: '10000.00', legacyBalance: '10000.00' });
    expect(cells(tableOf('distribution_with_reserve', [east]), '统筹区')).toEqual([
      ...FIRST,
      '风险储备动用',
      '调剂金分配',
      '统筹前结余',
      '当地财政',
      ...LAST,
    ]);
  });

  it('JH-R4: full pooling, with the part of the city', () => {
    const lines = tableOf('full_pooling', [area('east', short)], fundOf('900000.00'));
    expect(cells(lines, '统筹区')).toEqual([...FIRST, '全额拨付', '当地财政', '市级分担', ...LAST]);
    // Half of the gap of 100 each; the responsibility account stays at 0
    const figures = ['-100.00', '-1.20', '900.00', '1,000.00', '50.00', '50.00', '0.00', '0.00'];
    expect(cells(lines, '东市')).toEqual(['东市', ...figures]);
  });

  it('JH-R5, R-6: what is uncovered of the city has a row of its own and is in the total', () => {
    const lines = tableOf('full_pooling', [area('east', short)], fundOf('100000.00'));
    // 10 + 900 + 50 − 1000
    expect(cells(lines, '市级')).toEqual(['市级', '0.00', '0.00', '40.00']);
    const totals = ['-100.00', '900.00', '1,000.00', '50.00', '50.00', '40.00', '0.00'];
    expect(cells(lines, '合计')).toEqual(['合计', ...totals]);
    expect(lines.at(-2)).toBe('调剂金：年初 10.00 + 收入 950.00 − 支出 1,000.00 = 年末 -40.00');
  });

  it('a refused pool is told why', () => {
    const lines = tableOf('gap_sharing_with_cap', [area('east', { ...short, gapCause: 'other' })]);
    expect(cells(lines, '东市').at(-1)).toBe('缺口成因不予分担');
  });

  it('a pool that the pack does not list has its id for a name', () => {
    expect(cells(tableOf('gap_sharing_with_cap', [area('south')]), 'south')[0]).toBe('south');
  });
});

describe('figures are rounded for reading only', () => {
  it('totals add the fen, not the rounded figures of the table', () => {
    // Three levies of 33.33 yuan are 0.0033 of 10,000 each and 0.0100 together
    const pools = ['east', 'west', 'north'].map((id) => area(id, { priorCollections: '666.60' }));
    const lines = tableOf('gap_sharing_with_cap', pools);
    const levy = 3;
    expect(['东市', '西市', '北市'].map((name) => cells(lines, name)[levy])).toEqual([
      '0.00',
      '0.00',
      '0.00',
    ]);
    // The total has no months before the levy
    expect(cells(lines, '合计')[levy - 1]).toBe('0.01');
  });

  it('the fund stands below the table', () => {
    const lines = linesOf(inventedPlan().pack, inventedRequest());
    // 10 + 410 − 242 = 178 yuan
    expect(lines.at(-2)).toBe('调剂金：年初 0.00 + 收入 0.04 − 支出 0.02 = 年末 0.02');
  });
});

describe('what the reader must know stands beside the figures', () => {
  const draft: FileOverrides = {
    'instrument.yaml': replaceOnce('status: in_force\ninstruments', 'status: draft\ninstruments'),
  };

  it('the place, the year, the insurance type and the unit stand above it', () => {
    expect(linesOf(inventedPlan().pack, inventedRequest())[0]).toBe(
      '云海省 2024 年度 职工医保 调剂金（万元）',
    );
    const residents = inventedRequest({ year: 2025, scheme: 'resident' });
    expect(linesOf(inventedPlan().pack, residents)[0]).toBe('云海省 2025 年度 居民医保 调剂金（万元）');
  });

  it('R-7: a consultation draft is marked', () => {
    const { pack } = planOf('full_pooling', undefined, draft);
    expect(linesOf(pack, requestOf([area('east')]))[0]).toBe(
      '云海省 2024 年度 职工医保 调剂金（征求意见稿，仅供模拟）（万元）',
    );
  });

  it('where the figures came from stands under the title; nothing stands there without a note', () => {
    expect(linesOf(inventedPlan().pack, inventedRequest())[1]).toBe(NOTE);
    expect(linesOf(inventedPlan().pack, inventedRequest(), '')[1]).toMatch(/^统筹区/);
  });

  it('what was assumed stands at the end, and no such line where nothing was', () => {
    expect(tableOf('gap_sharing_with_cap', [area('east', short)], fund).at(-1)).toBe(
      '含假设值：gap_band_floor（YH-R1）、gap_share（YH-R2）',
    );
    expect(tableOf('gap_sharing_with_cap', [area('east')]).at(-1)).toMatch(/^调剂金：/);
  });
});
