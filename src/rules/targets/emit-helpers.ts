/**
 * What generated programs call and do not write out: steps in figures that no proof keeps within a double, and the
 * place of a day in its year. Plain text, the same for every formula.
 *
 * A wide figure is a double where that holds it exactly, and a bigint beyond: few rows go there, and bigint costs
 * many times a double. A sum, difference or product of such doubles that comes out within ±(2^53 − 1) is exact, as
 * rounding never brings one from outside there. Equal figures are held alike, and JavaScript compares both kinds; a
 * bigint is not finite to `Number.isFinite`.
 *
 * `marchKey` is the year of a calendar that begins on 1 March, times 512, plus the day in that year, so that full
 * years are the difference of two keys divided by 512 and rounded down. A 29 February is the last day of its year; in
 * a common year the next day that is not before it is 1 March. Days are counted in quarters from 1 March of the year
 * −400: a century has 146,097 of them and a year 1,461, and 32 bits hold them for every date that can be written.
 * `fullYears` needs the keys around a birthday only: k years are full 1.47 days before to 1.63 days after k times
 * 365.2425 days, whatever the day that they begin on. `isFewerYears` counts no year where the days alone tell: a
 * year has at least 365 and at most 366 of them.
 */
export const PROGRAM_HELPERS = `
function whole(wide) {
  const n = Number(wide);
  return Number.isSafeInteger(n) ? n : wide;
}
function plusWide(a, b) {
  if (Number.isFinite(a) && Number.isFinite(b)) {
    const n = a + b;
    if (Math.abs(n) <= 9007199254740991) return n;
  }
  return whole(BigInt(a) + BigInt(b));
}
function minusWide(a, b) {
  if (Number.isFinite(a) && Number.isFinite(b)) {
    const n = a - b;
    if (Math.abs(n) <= 9007199254740991) return n;
  }
  return whole(BigInt(a) - BigInt(b));
}
function timesWide(a, b) {
  if (Number.isFinite(a) && Number.isFinite(b)) {
    const n = a * b;
    if (Math.abs(n) <= 9007199254740991) return n;
  }
  return whole(BigInt(a) * BigInt(b));
}
function halfUpWide(a, b) {
  if (Number.isFinite(a) && Number.isFinite(b)) {
    const twice = 2 * Math.abs(a) + b;
    if (twice <= 9007199254740991) {
      const size = Math.floor(twice / (2 * b));
      return a < 0 ? -size : size;
    }
  }
  const n = BigInt(a);
  const d = BigInt(b);
  return whole(n < 0n ? -((d - 2n * n) / (2n * d)) : (2n * n + d) / (2n * d));
}
function downWide(a, b) {
  if (Number.isFinite(a) && Number.isFinite(b)) return Math.floor(a / b);
  const n = BigInt(a);
  const d = BigInt(b);
  const q = n / d;
  return whole(n < 0n && q * d !== n ? q - 1n : q);
}
function minWide(a, b) {
  return a <= b ? a : b;
}
function maxWide(a, b) {
  return a >= b ? a : b;
}
function clampWide(v, low, high) {
  return v < low ? low : v > high ? high : v;
}
function bandWide(begin, end, rate) {
  return begin < end ? timesWide(minusWide(end, begin), rate) : 0;
}
function safeNumber(wide) {
  const n = Number(wide);
  return Number.isSafeInteger(n) ? n + 0 : NaN;
}
function marchKey(days) {
  const quarters = 4 * ((days | 0) + 865565) + 3;
  const century = (quarters / 146097) | 0;
  const ofCentury = (quarters - century * 146097) | 3;
  const year = (ofCentury / 1461) | 0;
  return (century * 100 + year) * 512 + ((ofCentury - year * 1461) >> 2);
}
function fullYears(from, to) {
  const days = to - from + 2;
  const years = Math.floor(days / 365.2425);
  if (days - years * 365.2425 >= 4) return years;
  return Math.floor((marchKey(to) - marchKey(from)) / 512);
}
function isFewerYears(from, to, years) {
  const days = to - from;
  if (days < 365 * years) return true;
  if (days >= 366 * Math.ceil(years)) return false;
  return fullYears(from, to) < years;
}
`;
