import { describe, expect, it } from 'vitest';
import { scoreItems } from '#domain/assessment/score-items';

const name = { zh: '指标', en: 'Indicator' };
const INDICATORS = [
  { id: 'income', name, points: '60', cite: [] },
  { id: 'spending', name, points: '40', cite: [] },
];
const score = (indicator: string, text: string, evidence = '决算') => ({ indicator, score: text, evidence });

const codes = (...args: Parameters<typeof scoreItems>): readonly string[] => {
  const evaluated = scoreItems(...args);
  return evaluated.allowed ? [] : evaluated.refusals.map(({ code, at }) => `${code} ${at}`);
};

describe('an evaluation', () => {
  it('SC-2.1-f, AH-1.4-f: adds scores up, each on its evidence and within its points', () => {
    const evaluated = scoreItems(INDICATORS, [score('spending', '40'), score('income', '55.5')]);
    expect(evaluated).toMatchObject({ allowed: true, value: { total: '95.50', highest: '100.00' } });
  });

  it('SC-2.1-f: points are out of one hundred together; any other sum is named', () => {
    const plan = (points: string) =>
      INDICATORS.map((one) => (one.id === 'spending' ? { ...one, points } : one));
    const scores = [score('income', '50'), score('spending', '30')];
    const evaluated = scoreItems(plan('30'), scores);
    expect(evaluated).toMatchObject({
      allowed: false,
      refusals: [{ code: 'points_not_hundred', what: { zh: '各指标分值合计 90.00 分，应为 100 分' } }],
    });
    expect(codes(plan('40.01'), scores)).toEqual(['points_not_hundred indicators']);
  });

  it('refuses scores that are missing, repeated, too high, below zero, unknown or without evidence', () => {
    const spending = score('spending', '1');
    expect(codes(INDICATORS, [spending])).toEqual(['bad_score scores/income']);
    expect(codes(INDICATORS, [spending, score('income', '1'), score('income', '1')])).toEqual([
      'bad_score scores/income',
    ]);
    expect(codes(INDICATORS, [spending, score('income', '60.01')])).toEqual(['bad_score scores/income']);
    expect(codes(INDICATORS, [spending, score('income', '-1')])).toEqual(['bad_score scores/income']);
    expect(codes(INDICATORS, [spending, score('income', '1'), score('luck', '1')])).toEqual([
      'unknown_indicator scores/luck',
    ]);
    expect(codes(INDICATORS, [spending, score('income', '1', ' ')])).toEqual([
      'evidence_missing scores/income',
    ]);
    expect(codes([], [])).toEqual(['no_indicators indicators']);
  });
});
