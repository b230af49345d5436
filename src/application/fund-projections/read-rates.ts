import { amountFault } from '#application/adjustment/amount-text';
import type { DriverRequest, SpreadRequest } from '#application/fund-projections/request';
import { PPM, type Driver, type DriverName, type Spread } from '#domain/projection/driver';
import { parseDecimal } from '#kernel/decimal-text';
import type { Refusal } from '#kernel/decision';
import { parseRate } from '#kernel/rate';

/** What a rate may be, in millionths, both ends included. */
interface Range {
  readonly low: bigint;
  readonly high: bigint;
}

/** A share of something. */
export const SHARE: Range = { low: 0n, high: PPM };
/** Nothing falls by more than all of it, and nothing that doubles every year is meant. */
export const GROWTH: Range = { low: -PPM, high: PPM };

const RANGES: Readonly<Record<DriverName, Range>> = { premium: GROWTH, cost: GROWTH, entries: SHARE };

/** Reads a percentage as whole millionths; zero where it is refused, and then nothing is reckoned. */
export function readPpm(text: string, at: string, { low, high }: Range, into: Refusal[]): bigint {
  const rate = parseRate(text);
  if (typeof rate === 'string') {
    into.push(amountFault(at, text, rate));
    return 0n;
  }
  const scaled = rate.numerator * PPM;
  if (scaled % rate.denominator !== 0n) into.push(tooFine(at, text));
  const ppm = scaled / rate.denominator;
  if (ppm < low || ppm > high) into.push(outside(at, text, { low, high }));
  return ppm;
}

/** Reads a relative cost as whole millionths. */
export function readWeight(text: string, at: string, into: Refusal[]): bigint {
  const decimal = parseDecimal(text, WEIGHT_DECIMALS);
  if (typeof decimal === 'string') into.push(amountFault(at, text, decimal));
  else if (decimal.coefficient < 0n) into.push(amountFault(at, text, 'negative'));
  else return decimal.coefficient * 10n ** BigInt(WEIGHT_DECIMALS - decimal.scale);
  return 0n;
}

const WEIGHT_DECIMALS = 6;

/** Reads a driver with its spread, which must hold the central rate. */
export function readDriver(
  name: DriverName,
  { rate, basis, spread }: DriverRequest,
  at: string,
  into: Refusal[],
): Driver {
  const ratePpm = readPpm(rate, `${at}.rate`, RANGES[name], into);
  if (spread === undefined) return { ratePpm, basis };
  const read = readSpread(spread, `${at}.spread`, RANGES[name], into);
  const wrong = read.kind === 'triangular' && (read.lowPpm > ratePpm || ratePpm > read.highPpm);
  if (wrong) into.push(peakOutside(at, rate));
  return { ratePpm, basis, spread: read };
}

function readSpread(spread: SpreadRequest, at: string, range: Range, into: Refusal[]): Spread {
  if (spread.kind === 'triangular') {
    return {
      kind: 'triangular',
      lowPpm: readPpm(spread.low, `${at}.low`, range, into),
      highPpm: readPpm(spread.high, `${at}.high`, range, into),
    };
  }
  return {
    kind: 'discrete',
    outcomes: spread.outcomes.map(({ rate, weight }, index) => ({
      ratePpm: readPpm(rate, `${at}.outcomes[${index}].rate`, range, into),
      weight: BigInt(weight),
    })),
  };
}

function tooFine(at: string, text: string): Refusal {
  return {
    code: 'too_many_decimals',
    at,
    what: { zh: `${text} 小数位过多`, en: `${text} has too many decimals` },
    next: { zh: '百分数至多四位小数', en: 'give a percentage with at most four decimals' },
  };
}

function outside(at: string, text: string, { low }: Range): Refusal {
  const least = low < 0n ? '-100%' : '0%';
  return {
    code: 'bad_rate',
    at,
    what: { zh: `${text} 不在 ${least} 至 100% 之间`, en: `${text} is not from ${least} to 100%` },
    next: { zh: '请给出该范围内的百分数', en: 'give a percentage of that range' },
  };
}

function peakOutside(at: string, rate: string): Refusal {
  return {
    code: 'bad_spread',
    at: `${at}.spread`,
    what: { zh: `中心值 ${rate} 不在分布范围之内`, en: `the central rate ${rate} is outside its spread` },
    next: { zh: '请使 low ≤ rate ≤ high', en: 'give low ≤ rate ≤ high' },
  };
}
