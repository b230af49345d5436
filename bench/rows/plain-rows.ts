import { calendarDay } from '#bench/contestants/hand-age';
import { CHOICES, type Claims } from '#bench/rows/claims';
import { refuseRow, type Results } from '#bench/rows/results';
import { present } from '#kernel/assert';

/** One row and its year so far as engines of rules take it: an object of whole numbers, words and truths. */
export interface PlainRow {
  readonly startsYear: boolean;
  readonly cost: number;
  readonly selfPaid: number;
  readonly aboveLimit: number;
  readonly firstPayBase: number;
  readonly hospitalLevel: string;
  readonly admissionNumber: string;
  readonly personKind: string;
  readonly offSitePath: string;
  readonly aided: boolean;
  /** As 20250131, so that an age is a difference of whole numbers. */
  readonly bornOn: number;
  readonly admittedOn: number;
}

export interface YearTotals {
  readonly inBandsBefore: number;
  readonly payableBefore: number;
  readonly cutBefore: number;
  readonly largeBefore: number;
}

/** What an engine finds for a row: its outputs, and what it adds to each total of the year. */
export interface PlainAnswer {
  readonly fundPaid: number;
  readonly largeExpensePaid: number;
  readonly personPaid: number;
  readonly inBands: number;
  readonly payable: number;
  readonly cut: number;
  readonly largePayable: number;
}

/** Reckons one row; undefined where it refuses it. */
export type Reckon = (row: PlainRow, totals: YearTotals) => Promise<PlainAnswer | undefined>;

const NOTHING: YearTotals = { inBandsBefore: 0, payableBefore: 0, cutBefore: 0, largeBefore: 0 };

export function plainRows(claims: Claims): readonly PlainRow[] {
  return Array.from({ length: claims.length }, (_, row) => {
    const fact = (name: Exclude<keyof Claims, 'length'>): number => present(claims[name][row], name);
    const choice = (name: keyof typeof CHOICES): string => present(CHOICES[name][fact(name)], name);
    return {
      startsYear: fact('starts') === 1,
      cost: fact('cost'),
      selfPaid: fact('selfPaid'),
      aboveLimit: fact('aboveLimit'),
      firstPayBase: fact('firstPayBase'),
      hospitalLevel: choice('hospitalLevel'),
      admissionNumber: choice('admissionNumber'),
      personKind: choice('personKind'),
      offSitePath: choice('offSitePath'),
      aided: fact('aided') === 1,
      bornOn: calendarDay(fact('bornOn')),
      admittedOn: calendarDay(fact('admittedOn')),
    };
  });
}

/**
 * Runs rows through an engine, each row given what its year came to before it.
 * @param lanes years that are under way at once: an engine with threads of its own may use them
 */
export async function priceYears(
  rows: readonly PlainRow[],
  reckon: Reckon,
  results: Results,
  lanes: number,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const first = next;
      if (first >= rows.length) return;
      next += 1;
      while (next < rows.length && rows[next]?.startsYear === false) next += 1;
      await priceYear(rows, first, next, reckon, results);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function priceYear(
  rows: readonly PlainRow[],
  from: number,
  to: number,
  reckon: Reckon,
  results: Results,
): Promise<void> {
  let totals: YearTotals | undefined = NOTHING;
  for (let row = from; row < to; row += 1) {
    const answer: PlainAnswer | undefined = totals && (await reckon(present(rows[row], 'a row'), totals));
    if (totals === undefined || answer === undefined) {
      totals = undefined;
      refuseRow(results, row);
      continue;
    }
    results.fundPaid[row] = answer.fundPaid;
    results.largeExpensePaid[row] = answer.largeExpensePaid;
    results.personPaid[row] = answer.personPaid;
    totals = {
      inBandsBefore: totals.inBandsBefore + answer.inBands,
      payableBefore: totals.payableBefore + answer.payable,
      cutBefore: totals.cutBefore + answer.cut,
      largeBefore: totals.largeBefore + answer.largePayable,
    };
  }
}
