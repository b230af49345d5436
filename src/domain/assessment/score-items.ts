import type { Bilingual } from '#kernel/bilingual';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { compareRationals, formatRational, rational, type Rational } from '#kernel/rational';
import { readPoints } from '#domain/assessment/points';

const HUNDRED = rational(100n);

/** What is scored: an item of the pack, or one of the plan that the scores bring with them. */
export interface ScoredItem {
  readonly id: string;
  readonly name: Bilingual;
  /** The highest score, with at most two decimals. */
  readonly points: string;
  readonly cite: readonly string[];
}

export interface GivenScore {
  readonly indicator: string;
  readonly score: string;
  /** What the score rests on: a document, a figure of the final account. */
  readonly evidence: string;
}

export interface Scores {
  readonly scores: readonly (ScoredItem & { readonly score: string; readonly evidence: string })[];
  readonly total: string;
  readonly highest: string;
}

/**
 * Scores items, be they indicators of a budget (SC-2.1-f) or subjects that a place is assessed by (SC-3.1, SD-5.3): each
 * once, from zero to its points, on evidence. Points are out of one hundred together: bands of scores, which shares hang on, are; the total is the sum of the scores and never more.
 */
export function scoreItems(
  indicators: readonly ScoredItem[],
  scores: readonly GivenScore[],
): Decision<Scores> {
  const refusals: Refusal[] = indicators.length === 0 ? [noIndicators()] : [];
  const ids = indicators.map(({ id }) => id);
  for (const { indicator } of scores)
    if (!ids.includes(indicator)) refusals.push(unknownIndicator(indicator));
  const read: Rational[] = [];
  for (const { id, points: text } of indicators) {
    const given = scores.filter(({ indicator }) => indicator === id);
    const points = readPoints(text);
    const score = readPoints(given[0]?.score ?? '');
    const isOne = given.length === 1 && ids.filter((other) => other === id).length === 1;
    if (
      !isOne ||
      points === undefined ||
      score === undefined ||
      score.numerator < 0n ||
      compareRationals(score, points) > 0
    )
      refusals.push(badScore(id, text));
    else read.push(score);
    if (given[0]?.evidence.trim() === '') refusals.push(noEvidence(id));
  }
  const highest = add(indicators.map(({ points }) => readPoints(points) ?? rational(0n)));
  // Points that are no number are refused by themselves.
  const isWhole = indicators.every(({ points }) => readPoints(points) !== undefined);
  if (ids.length > 0 && isWhole && compareRationals(highest, HUNDRED) !== 0)
    refusals.push(notHundred(formatRational(highest, 2)));
  return allowUnless(refusals, () => ({
    scores: indicators.map((indicator) => {
      const given = scores.find((one) => one.indicator === indicator.id);
      return { ...indicator, score: given?.score ?? '', evidence: given?.evidence ?? '' };
    }),
    total: formatRational(add(read), 2),
    highest: formatRational(highest, 2),
  }));
}

function add(values: readonly Rational[]): Rational {
  return values.reduce(
    (sum, { numerator, denominator }) =>
      rational(sum.numerator * denominator + numerator * sum.denominator, sum.denominator * denominator),
    rational(0n),
  );
}

function noIndicators(): Refusal {
  return {
    code: 'no_indicators',
    at: 'indicators',
    what: { zh: '没有绩效指标', en: 'there are no indicators' },
    next: {
      zh: '请在评价方案中列出指标和分值',
      en: 'give the indicators with their points in the plan of the year',
    },
  };
}

function notHundred(sum: string): Refusal {
  return {
    code: 'points_not_hundred',
    at: 'indicators',
    what: {
      zh: `各指标分值合计 ${sum} 分，应为 100 分`,
      en: `the points of the indicators come to ${sum}, not to 100`,
    },
    next: { zh: '请调整各指标的分值', en: 'change the points of the indicators' },
  };
}

function unknownIndicator(id: string): Refusal {
  return {
    code: 'unknown_indicator',
    at: `scores/${id}`,
    what: { zh: `没有指标 ${id}`, en: `there is no indicator ${id}` },
    next: { zh: '请按指标评分', en: 'score the indicators that there are' },
  };
}

function badScore(id: string, points: string): Refusal {
  return {
    code: 'bad_score',
    at: `scores/${id}`,
    what: {
      zh: `指标 ${id} 须评一次，0 至 ${points} 分，至多两位小数`,
      en: `the indicator ${id} is scored once, from 0 to ${points}, with at most two decimals`,
    },
    next: { zh: '请改正得分', en: 'correct the score' },
  };
}

function noEvidence(id: string): Refusal {
  return {
    code: 'evidence_missing',
    at: `scores/${id}`,
    what: { zh: `指标 ${id} 的得分没有依据`, en: `the score of ${id} rests on nothing` },
    next: { zh: '请写明依据', en: 'give its evidence' },
  };
}
