import { describe, expect, it } from 'vitest';
import { runRecorded } from '#tests/support/recorded-command';

const DRAFT = '征求意见稿，仅供测算\n';

describe('tongchou formula', () => {
  it('SD-3.2-a: tells how an employee’s premium is reckoned, step by step with clauses, and that it is a draft', async () => {
    const heard = await runRecorded(['formula', 'shandong', 'employee']);
    expect([heard.status, heard.err]).toEqual([0, DRAFT]);
    expect(heard.out).toMatch(/单位缴纳 = 「缴费基数」 × .*，四舍五入到分 {2}〔.*SD-3\.2-a.*〕/);
  });

  it('draws the graph of one formula, with a box for each step', async () => {
    const told = await runRecorded(['formula', 'jiangxi', 'resident', '--json']);
    const [formula] = JSON.parse(told.out) as readonly [{ readonly steps: readonly unknown[] }];
    const drawn = await runRecorded(['formula', 'jiangxi', 'resident', '--svg']);
    expect([drawn.status, drawn.err]).toEqual([0, '']);
    expect(drawn.out.match(/<rect /g)).toHaveLength(formula.steps.length);
  });

  it('refuses a kind that the pack does not reckon, and names those that it does', async () => {
    const heard = await runRecorded(['formula', 'jiangxi', 'employee']);
    expect([heard.status, heard.out]).toEqual([1, '']);
    expect(heard.err).toMatch(/^kind_not_covered employee: .*现有：resident/);
  });
});
