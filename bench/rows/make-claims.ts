import { emptyClaims, type Claims } from '#bench/rows/claims';

/** 2025-01-01 as days since 1970-01-01. */
const YEAR_FROM = 20_089;
/** Days from one admission of a person to the next, at most. */
const DAYS_APART = 60;
/** One row in so many is impossible (a part above the whole) and must be refused, with the rest of its year. */
const ROWS_TO_ONE_FAULT = 1000;

/** Whole numbers below a bound, the same for the same seed: xorshift of 32 bits. */
function createDraw(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/**
 * Made-up admissions: one to six a person in the year, all levels, kinds and ways to care, minors and aided
 * persons, small bills and some large enough to reach the caps of the fund and of the large-expense layer.
 * Everything follows from the seed.
 */
export function makeClaims(length: number, seed = 20_250_101): Claims {
  const claims = emptyClaims(length);
  const draw = createDraw(seed);
  let left = 0;
  let nth = 0;
  const person = { bornOn: 0, kind: 0, aided: 0, isSevere: false };
  for (let i = 0; i < length; i += 1) {
    if (left === 0) {
      left = 1 + draw(6);
      nth = 0;
      person.kind = draw(3);
      person.bornOn = YEAR_FROM - (person.kind === 2 ? draw(30_000) : 7000 + draw(25_000));
      person.aided = draw(16) === 0 ? 1 : 0;
      person.isSevere = draw(12) === 0;
      claims.starts[i] = 1;
    }
    claims.personKind[i] = person.kind;
    claims.bornOn[i] = person.bornOn;
    claims.aided[i] = person.aided;
    claims.admittedOn[i] = YEAR_FROM + nth * DAYS_APART + draw(DAYS_APART);
    claims.admissionNumber[i] = Math.min(nth, 2);
    claims.hospitalLevel[i] = draw(3);
    claims.offSitePath[i] = Math.max(0, draw(8) - 5);
    fillCosts(claims, i, draw, person.isSevere);
    left -= 1;
    nth += 1;
  }
  return claims;
}

function fillCosts(claims: Claims, i: number, draw: (below: number) => number, isSevere: boolean): void {
  const cost = isSevere ? 500_000 + draw(12_000_000) : 20_000 + draw(1_500_000);
  const selfPaid = Math.floor((cost * draw(15)) / 100);
  const aboveLimit = Math.floor((cost * draw(5)) / 100);
  claims.cost[i] = cost;
  claims.selfPaid[i] = draw(ROWS_TO_ONE_FAULT) === 0 ? cost + 1 : selfPaid;
  claims.aboveLimit[i] = aboveLimit;
  claims.firstPayBase[i] = Math.floor(((cost - selfPaid - aboveLimit) * draw(40)) / 100);
}
