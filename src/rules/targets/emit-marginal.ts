import { present } from '#kernel/assert';
import type { FormulaNode } from '#rules/formula/node';
import type { TargetPlan } from '#rules/targets/plan';
import { MAX_SAFE, scaledSize } from '#rules/targets/scale';

/**
 * What the bands of a scale give between `from` and `to`, of ascending thresholds t and rates r. What lies below
 * x comes to r₁x + Σ (rₙ₊₁ − rₙ) max(x − tₙ, 0), and max(y, 0) = (y + |y|) / 2; the difference of both ends is
 * ½ [(r₁ + r_last)(to − from) + Σ (rₙ₊₁ − rₙ)(|to − tₙ| − |from − tₙ|)], which takes no jump. Most rows end in the
 * lowest two bands, and need these only. No rate is below zero, and each term is at most the highest rate × the
 * stretch, the first twice that; where all of them together are not proved to stay below 2^53, or the stretch might
 * end before it begins, bands are taken one by one.
 */
export function marginalText(
  plan: TargetPlan,
  index: number,
  node: FormulaNode & { readonly op: 'marginal' },
  narrow: (position: number, scale: bigint) => string,
): string {
  const { bands } = node;
  const { scale } = plan.of(index);
  const [from, to] = [narrow(0, 1n), narrow(1, 1n)];
  const threshold = (band: number): string => narrow(2 + band, 1n);
  const rate = (band: number): string => narrow(1 + bands + band, scale);
  if (!isProved(plan, index, node)) return bandByBand(bands, from, to, threshold, rate);
  const upTo = (last: number): string => {
    if (last === 1) return rate(0) === '(0)' ? '0' : `(${to} - ${from}) * ${rate(0)}`;
    const steps = Array.from({ length: last - 1 }, (_, band) => {
      const [below, at] = [`(${rate(band + 1)} - ${rate(band)})`, threshold(band)];
      return ` + ${below} * (Math.abs(${to} - ${at}) - Math.abs(${from} - ${at}))`;
    });
    return `((${rate(0)} + ${rate(last - 1)}) * (${to} - ${from})${steps.join('')}) * 0.5`;
  };
  const shorter = Array.from({ length: Math.min(bands - 1, SHORT_BANDS) }, (_, at) => at + 1);
  return [...shorter.map((last) => `${to} <= ${threshold(last - 1)} ? ${upTo(last)}`), upTo(bands)].join(
    ' : ',
  );
}

/** Bands that are written out for rows that reach no further. */
const SHORT_BANDS = 2;

function isProved(plan: TargetPlan, index: number, node: FormulaNode & { readonly op: 'marginal' }): boolean {
  const { bands, args } = node;
  const [from = -1, to = -1, ...scale] = args;
  const ends = [from, to].map((arg) => sizeAt(plan, arg, 1n));
  const isNear = scale
    .slice(0, bands - 1)
    .every((threshold) => ends.every((end) => end + sizeAt(plan, threshold, 1n) <= MAX_SAFE));
  return (
    plan.bounds.isAtMost(from, to) &&
    isNear &&
    // Stryker disable next-line EqualityOperator: so many bands as would come to the most exactly has no scale
    BigInt(bands + 1) * sizeAt(plan, index, plan.of(index).scale) <= MAX_SAFE
  );
}

function bandByBand(
  bands: number,
  from: string,
  to: string,
  threshold: (band: number) => string,
  rate: (band: number) => string,
): string {
  return Array.from({ length: bands }, (_, band) => {
    const begin = band === 0 ? from : `Math.max(${from}, ${threshold(band - 1)})`;
    const end = band === bands - 1 ? to : `Math.min(${to}, ${threshold(band)})`;
    return `Math.max(${end} - ${begin}, 0) * ${rate(band)}`;
  }).join(' + ');
}

/** The greatest magnitude of a figure at a scale. */
function sizeAt(plan: TargetPlan, index: number, scale: bigint): bigint {
  return scaledSize(present(plan.of(index).range, `a range of node ${index}`), scale);
}
