import { repeat, type Contestant } from '#bench/contestants/contestant';
import { HAND } from '#bench/contestants/hand-place';
import { isMinor } from '#bench/contestants/hand-age';
import { newResults, refuseRow, type Results } from '#bench/rows/results';
import type { Claims } from '#bench/rows/claims';

const MOST_FEN = 1_000_000_000;
const { deductible, rates } = HAND;

/** A loop over typed arrays, written by hand for this one rule and place. */
export function handLoop(claims: Claims): Contestant {
  const results = newResults(claims.length);
  return {
    key: 'hand_loop',
    rows: claims.length,
    results: () => {
      priceByHand(claims, results);
      return results;
    },
    run: (seconds) => repeat(claims.length, seconds, () => priceByHand(claims, results)),
  };
}

function priceByHand(claims: Claims, results: Results): void {
  const { starts, cost, selfPaid, aboveLimit, firstPayBase, hospitalLevel, admissionNumber } = claims;
  const { personKind, offSitePath, aided, bornOn, admittedOn } = claims;
  const { fundPaid, largeExpensePaid, personPaid } = results;
  let inBandsSoFar = 0;
  let payableSoFar = 0;
  let cutSoFar = 0;
  let largeSoFar = 0;
  let isLost = false;
  for (let i = 0; i < claims.length; i += 1) {
    if (starts[i] === 1) {
      inBandsSoFar = payableSoFar = cutSoFar = largeSoFar = 0;
      isLost = false;
    }
    const total = cost[i] as number;
    const self = selfPaid[i] as number;
    const above = aboveLimit[i] as number;
    const base = firstPayBase[i] as number;
    const eligible = total - self - above;
    const [born, admitted] = [bornOn[i] as number, admittedOn[i] as number];
    const isSound =
      total <= MOST_FEN && self >= 0 && above >= 0 && base >= 0 && base <= eligible && born <= admitted;
    if (!isSound || isLost) {
      isLost = true;
      refuseRow(results, i);
      continue;
    }
    const inScope = eligible - Math.floor((base * HAND.firstPayShare + 500_000) / 1_000_000);
    const level = hospitalLevel[i] as number;
    let borne = deductible[level * 3 + (admissionNumber[i] as number)] as number;
    if (isMinor(born, admitted)) borne = share(borne, HAND.minorShare);
    else if (aided[i] === 1) borne = share(borne, HAND.aidedShare);
    const inBands = inScope > borne ? inScope - borne : 0;

    const at = ((level * 3 + (personKind[i] as number)) * 3 + (offSitePath[i] as number)) * 4;
    const to = inBandsSoFar + inBands;
    const payable = owed(inBandsSoFar, to, at, 4);
    const room = payableSoFar < HAND.cap ? HAND.cap - payableSoFar : 0;
    let paid = payable;
    let large = 0;
    if (payable > room) {
      paid = room;
      const cut = cutCost(inBandsSoFar, to, at, payable, room);
      const from = Math.max(cutSoFar, HAND.largeFrom);
      cutSoFar += cut;
      const largePayable = cutSoFar > from ? share(cutSoFar - from, HAND.largeRate) : 0;
      large = Math.min(largePayable, Math.max(HAND.largeCap - largeSoFar, 0));
      largeSoFar += largePayable;
    }
    inBandsSoFar = to;
    payableSoFar += payable;
    fundPaid[i] = paid;
    largeExpensePaid[i] = large;
    personPaid[i] = total - paid - large;
  }
}

/** A share in millionths of an amount, half up. */
function share(amount: number, millionths: number): number {
  return Math.floor((amount * millionths + 500_000) / 1_000_000);
}

/** What the lowest `bands` bands pay for what lies between two amounts of the year; rounded once. */
function owed(from: number, to: number, at: number, bands: number): number {
  let sum = 0;
  const second = HAND.secondFrom;
  const third = HAND.thirdFrom;
  const fourth = HAND.fourthFrom;
  if (from < second) sum = (Math.min(to, second) - from) * (rates[at] as number);
  if (bands > 1 && to > second) {
    if (from < third) sum += (Math.min(to, third) - Math.max(from, second)) * (rates[at + 1] as number);
    if (bands > 2 && to > third) {
      if (from < fourth) sum += (Math.min(to, fourth) - Math.max(from, third)) * (rates[at + 2] as number);
      if (bands > 3 && to > fourth) sum += (to - Math.max(from, fourth)) * (rates[at + 3] as number);
    }
  }
  return Math.floor((sum + 500_000) / 1_000_000);
}

/** The cost that the cap leaves unpaid: of the band where the cut begins its share, and all above that band. */
function cutCost(from: number, to: number, at: number, payable: number, room: number): number {
  const ends = [HAND.secondFrom, HAND.thirdFrom, HAND.fourthFrom];
  let begin = from;
  let paidBefore = 0;
  for (const [band, end] of ends.entries()) {
    const upTo = Math.min(Math.max(end, from), to);
    const paid = owed(from, to, at, band + 1);
    if (paid > room) return to - upTo + partOf(upTo - begin, paid - room, paid - paidBefore);
    begin = upTo;
    paidBefore = paid;
  }
  return partOf(to - begin, payable - room, payable - paidBefore);
}

/** amount × part ÷ whole, half up; the product of two amounts of money can be beyond 2^53. */
function partOf(amount: number, part: number, whole: number): number {
  const product = amount * part;
  if (2 * product + whole <= Number.MAX_SAFE_INTEGER) return Math.floor((2 * product + whole) / (2 * whole));
  const divisor = BigInt(whole);
  return Number((2n * BigInt(amount) * BigInt(part) + divisor) / (2n * divisor));
}
