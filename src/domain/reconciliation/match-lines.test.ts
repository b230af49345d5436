import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOf, type Line, type Sides } from '#domain/reconciliation/line';
import { matchLines, type Matching } from '#domain/reconciliation/match-lines';
import { plainDate } from '#kernel/plain-date';

let next = 0;
function line(day: number, amount: bigint, rest: Partial<Line> = {}): Line {
  next += 1;
  return {
    id: `line ${next}`,
    on: plainDate(2026, 3, day),
    amount,
    references: [],
    counterparty: '',
    summary: '',
    takesBack: null,
    carriedMonths: 0,
    isOpening: false,
    ...rest,
  };
}

const R = (reference: string): Partial<Line> => ({ references: [reference] });
const rulesOf = ({ matches }: Matching): readonly string[] => matches.map(({ rule }) => rule);
const openOf = ({ open }: Matching): readonly number[] => [open.ours.length, open.theirs.length];

describe('matching (JH-4.7-b)', () => {
  it('takes whole groups of one reference whose sums are equal', () => {
    const found = matchLines({
      ours: [line(1, 60n, R('A')), line(2, 40n, R('A')), line(2, 40n, R('B'))],
      theirs: [line(20, 100n, R('A')), line(21, 41n, R('B'))],
    });
    expect(found.matches).toMatchObject([{ rule: 'reference', amount: 100n }]);
    expect(openOf(found)).toEqual([1, 1]);
  });

  it('pairs equal amounts of one reference, and leaves what is there twice', () => {
    const found = matchLines({
      ours: [line(1, 60n, R('A'))],
      theirs: [line(1, 60n, R('A')), line(1, 60n, R('A'))],
    });
    expect(rulesOf(found)).toEqual(['reference_amount']);
    expect(openOf(found)).toEqual([0, 1]);
  });

  it('takes lines of one day and amount as a set where both sides have as many, and else as many as both have', () => {
    const same = { ours: [line(3, 7n), line(3, 7n)], theirs: [line(3, 7n), line(3, 7n)] };
    expect(matchLines(same).matches).toMatchObject([{ rule: 'day_amount', amount: 14n }]);
    const other = { ours: [line(3, 7n), line(3, 7n)], theirs: [line(3, 7n)] };
    expect(rulesOf(matchLines(other))).toEqual(['day_amount_surplus']);
    expect(openOf(matchLines(other))).toEqual([1, 0]);
    const two = { counterparty: 'a' };
    const apart = { ours: [line(3, 7n, two), line(3, 7n, { counterparty: 'b' })], theirs: [line(3, 7n)] };
    expect(rulesOf(matchLines(apart))).toEqual([]);
  });

  it('takes a pair within the window only where neither could be another’s, and with no tolerance', () => {
    expect(rulesOf(matchLines({ ours: [line(3, 7n)], theirs: [line(8, 7n)] }))).toEqual(['amount_nearby']);
    expect(rulesOf(matchLines({ ours: [line(3, 7n)], theirs: [line(9, 7n)] }))).toEqual([]);
    expect(rulesOf(matchLines({ ours: [line(3, 700n)], theirs: [line(4, 701n)] }))).toEqual([]);
    const two = { ours: [line(3, 7n)], theirs: [line(4, 7n), line(5, 7n)] };
    expect(rulesOf(matchLines(two))).toEqual([]);
  });

  it('takes one sweep for many receipts of a day, however many there are', () => {
    const premiums = Array.from({ length: 400 }, (_, index) => line(5, BigInt(index + 1)));
    const found = matchLines({ ours: premiums, theirs: [line(6, sumOf(premiums))] });
    expect(found.matches).toMatchObject([{ rule: 'sum_nearby', amount: sumOf(premiums) }]);
  });

  it('never guesses: where two sets of lines give the sum none is taken', () => {
    const lines = [line(5, 30n, { counterparty: 'c' }), line(6, 70n, { counterparty: 'c' })];
    const one = matchLines({ ours: lines, theirs: [line(7, 100n)] });
    expect(rulesOf(one)).toEqual(['sum_nearby']);
    const more = [...lines, line(6, 70n, { counterparty: 'c', id: 'again' })];
    expect(rulesOf(matchLines({ ours: more, theirs: [line(7, 100n)] }))).toEqual([]);
    const twoSweeps = { ours: lines, theirs: [line(7, 100n), line(8, 100n)] };
    expect(rulesOf(matchLines(twoSweeps))).toEqual([]);
  });

  it('lets a side take its own line back', () => {
    const wrong = line(3, 9n);
    const undone = line(30, -9n, { takesBack: wrong.id });
    expect(rulesOf(matchLines({ ours: [wrong, undone], theirs: [] }))).toEqual(['cancelled']);
    const contra = { ours: [], theirs: [line(3, 9n, R('X')), line(30, -9n, R('X'))] };
    expect(rulesOf(matchLines(contra))).toEqual(['cancelled']);
  });

  it('matches a difference of opening balances only with what two people named', () => {
    const gap = line(1, 50n, { isOpening: true });
    const event = line(2, 50n);
    expect(rulesOf(matchLines({ ours: [event], theirs: [gap] }))).toEqual([]);
    const named = [{ item: gap.id, event: event.id }];
    expect(rulesOf(matchLines({ ours: [event], theirs: [gap] }, named))).toEqual(['named']);
    const wrong = line(3, 8n);
    const undone = line(29, -8n);
    expect(
      rulesOf(matchLines({ ours: [wrong, undone], theirs: [] }, [{ item: wrong.id, event: undone.id }])),
    ).toEqual(['named']);
    expect(rulesOf(matchLines({ ours: [line(2, 49n)], theirs: [gap] }, named))).toEqual([]);
  });
});

const someLine = fc
  .record({
    day: fc.integer({ min: 1, max: 12 }),
    amount: fc.bigInt({ min: -6n, max: 6n }).filter((amount) => amount !== 0n),
    reference: fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }),
    counterparty: fc.constantFrom('', 'p', 'q'),
  })
  .map(({ day, amount, reference, counterparty }) =>
    line(day, amount, { references: reference === undefined ? [] : [reference], counterparty }),
  );
const someSides: fc.Arbitrary<Sides> = fc.record({
  ours: fc.array(someLine, { maxLength: 14 }),
  theirs: fc.array(someLine, { maxLength: 14 }),
});

describe('every matching (JH-4.7-b)', () => {
  it('has each line in one match or open, and both sides of a match equal to the fen', () => {
    fc.assert(
      fc.property(someSides, (sides) => {
        const { matches, open } = matchLines(sides);
        for (const side of ['ours', 'theirs'] as const) {
          const all = new Map(sides[side].map((one) => [one.id, one]));
          const matched = matches.flatMap((match) => match[side]);
          const seen = [...matched, ...open[side].map(({ id }) => id)];
          expect(seen.toSorted()).toEqual([...all.keys()].toSorted());
          for (const match of matches) {
            expect(match[side].reduce((sum, id) => sum + (all.get(id)?.amount ?? 0n), 0n)).toBe(match.amount);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the same in whatever order the lines come', () => {
    fc.assert(
      fc.property(
        someSides.chain((sides) =>
          fc.tuple(
            fc.constant(sides),
            fc.record({
              ours: fc.shuffledSubarray([...sides.ours], { minLength: sides.ours.length }),
              theirs: fc.shuffledSubarray([...sides.theirs], { minLength: sides.theirs.length }),
            }),
          ),
        ),
        ([sides, shuffled]) => {
          expect(matchLines(shuffled)).toEqual(matchLines(sides));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds a book against its own copy whole, whatever the days of the copy within the window', () => {
    fc.assert(
      fc.property(fc.array(someLine, { maxLength: 14 }), (ours) => {
        const theirs = ours.map((one) => ({ ...one, id: `copy of ${one.id}` }));
        expect(openOf(matchLines({ ours, theirs }))).toEqual([0, 0]);
      }),
    );
  });
});
