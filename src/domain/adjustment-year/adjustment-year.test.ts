import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choosePayments } from '#domain/adjustment-year/choose-payments';
import { decideStep, isPossible, type AskedStep } from '#domain/adjustment-year/decide-step';
import {
  differences,
  openPayments,
  postedAmount,
  type Movement,
  type PostedLine,
} from '#domain/adjustment-year/posted-lines';
import { partsOfLine, yearLines, type YearLine, type YearOutcome } from '#domain/adjustment-year/year-line';
import { foldYear, type YearStep } from '#domain/adjustment-year/year-step';
import { fen, type Fen } from '#kernel/fen';

const STEPS: readonly AskedStep[] = [
  'frozen',
  'proposed',
  'checked',
  'returned',
  'dropped',
  'approved',
  'paid',
  'corrected',
  'drop_asked',
];

const COMMON = { at: 'now', note: '', requestKey: null, contentHash: '' } as const;
const OPENED: YearStep = {
  ...COMMON,
  sequence: 1,
  kind: 'opened',
  version: 1,
  of: null,
  by: 'p0',
  makers: null,
  content: '{}',
};

/** Tries steps that the phase allows by any people; what is refused does not happen. */
function wander(tries: readonly (readonly [number, string, boolean])[]): readonly YearStep[] {
  let steps = walk([]);
  for (const [choice, by, isFinal] of tries) {
    const state = foldYear(steps);
    const possible = STEPS.filter((kind) => isPossible(state, kind));
    const kind = possible[choice % possible.length];
    if (kind !== undefined) steps = walk([[kind, by, isFinal]], steps);
  }
  return steps;
}

/** Tries steps in order, after those that were recorded. */
function walk(
  tries: readonly (readonly [AskedStep, string, boolean])[],
  before: readonly YearStep[] = [OPENED],
): readonly YearStep[] {
  return tries.reduce<readonly YearStep[]>((steps, [kind, by, isFinal]) => {
    const place = decideStep(foldYear(steps), kind, { by, note: 'why' }, ['p0']);
    if (!place.allowed) return steps;
    const recorded =
      kind === 'dropped'
        ? ({ kind: 'returned', content: JSON.stringify({ outcome: kind }) } as const)
        : ({ kind, content: JSON.stringify({ isFinal }) } as const);
    return [...steps, { ...COMMON, ...place.value, ...recorded, by }];
  }, before);
}

const tries = fc.array(fc.tuple(fc.nat(20), fc.constantFrom('p0', 'p1', 'p2', 'p3'), fc.boolean()), {
  minLength: 30,
  maxLength: 60,
});

describe('the steps of a year', () => {
  test('SC-3.3-a: no path pays what fewer than three people made, checked and approved', () => {
    let paid = 0;
    fc.assert(
      fc.property(tries, (asked) => {
        const steps = wander(asked);
        for (const step of steps.filter(({ kind }) => kind === 'paid')) {
          paid += 1;
          const approved = steps.find(({ sequence }) => sequence === step.of);
          const checked = steps.find(({ sequence }) => sequence === approved?.of);
          const proposed = steps.find(({ sequence }) => sequence === checked?.of);
          const frozen = steps.find(({ sequence }) => sequence === proposed?.of);
          expect([frozen, proposed, checked, approved].map((one) => one?.kind)).toEqual([
            'frozen',
            'proposed',
            'checked',
            'approved',
          ]);
          const makers = ['p0', frozen?.by, proposed?.by];
          expect(makers).not.toContain(approved?.by);
          expect(makers).not.toContain(checked?.by);
          expect(approved?.by).not.toBe(checked?.by);
          expect(approved?.version).toBe(step.version);
        }
      }),
      { numRuns: 100 },
    );
    expect(paid).toBeGreaterThan(20);
  });

  test('SC-3.3-a: no path ends a correction by who opened it or asked for its end', () => {
    let ended = 0;
    fc.assert(
      fc.property(tries, (asked) => {
        const steps = wander(asked);
        for (const { of, by, version } of steps.filter(({ kind }) => kind === 'returned')) {
          const request = steps.find(({ sequence }) => sequence === of);
          if (request?.kind !== 'drop_asked') continue;
          ended += 1;
          const opening = steps.find((step) => step.kind === 'corrected' && step.version === version);
          expect([request.by, opening?.by]).not.toContain(by);
        }
      }),
      { numRuns: 200 },
    );
    expect(ended).toBeGreaterThan(10);
  });

  test('a return needs a reason, and sends the year back to its figures', () => {
    const steps = walk([
      ['frozen', 'p1', false],
      ['proposed', 'p1', false],
    ]);
    const state = foldYear(steps);
    expect(decideStep(state, 'returned', { by: 'p2', note: ' ' })).toMatchObject({
      refusals: [{ code: 'reason_missing' }],
    });
    expect(decideStep(state, 'paid', { by: 'p2', note: '' })).toMatchObject({
      refusals: [{ code: 'wrong_state' }],
    });
    const place = decideStep(state, 'returned', { by: 'p2', note: 'wrong' });
    expect(place).toMatchObject({ allowed: true, value: { of: 3, makers: ['p0', 'p1'] } });
  });

  test('a correction is dropped by another than its maker: the version in force stands as before, the record stays', () => {
    const first = walk([
      ['frozen', 'p1', false],
      ['proposed', 'p1', false],
      ['dropped', 'p2', false],
      ['checked', 'p2', false],
      ['approved', 'p3', false],
      ['paid', 'p1', true],
    ]);
    // The first version is no correction: nobody drops it.
    expect(first.some(({ kind }) => kind === 'returned')).toBe(false);
    const corrected = walk(
      [
        ['corrected', 'p1', false],
        ['frozen', 'p1', false],
        ['proposed', 'p1', false],
      ],
      first,
    );
    expect(decideStep(foldYear(corrected), 'dropped', { by: 'p1', note: 'why' })).toMatchObject({
      refusals: [{ code: 'same_person' }],
    });
    expect(decideStep(foldYear(corrected), 'dropped', { by: 'p2', note: '' })).toMatchObject({
      refusals: [{ code: 'reason_missing' }],
    });
    const dropped = walk([['dropped', 'p2', false]], corrected);
    const { phase, version, approved, inForce, steps } = foldYear(dropped);
    expect([phase, version, approved?.by, inForce, steps.length]).toEqual(['final', 1, 'p3', undefined, 10]);
    expect(foldYear(walk([['corrected', 'p1', false]], dropped)).version).toBe(3);
  });
});

const IDS = ['levy/a', 'levy/b', 'allocation/normal/a', 'treasury/local_treasury/b', 'reserve', 'legacy/b'];

const versions = fc.array(
  fc.array(fc.tuple(fc.constantFrom(...IDS), fc.bigInt({ min: -500n, max: 100_000n })), { maxLength: 8 }),
  { minLength: 1, maxLength: 4 },
);

/** One version carried out to its end, payments in two parts where they can be parted. */
function carryOut(
  posted: readonly PostedLine[],
  lines: readonly YearLine[],
  version: number,
): readonly PostedLine[] {
  const keep = (before: readonly PostedLine[], movements: readonly Movement[]): readonly PostedLine[] => [
    ...before,
    ...movements.map(({ line, part, amount }, index) => {
      return { line, part, amount, version, event: BigInt(before.length + index + 1) };
    }),
  ];
  const due = keep(posted, differences(lines, posted, 'due'));
  const marked = keep(due, differences(lines, due, 'internal'));
  const open = openPayments(lines, marked);
  const half = open
    .filter(({ amount }) => amount > 1n)
    .map(({ line, amount }) => ({ line, amount: fen(amount / 2n) }));
  const first = half.length === 0 ? [] : choosePayments(open, marked, half);
  const partly = 'allowed' in first && first.allowed ? keep(marked, first.value) : marked;
  return keep(partly, openPayments(lines, partly));
}

describe('the postings of a year', () => {
  test('NAT-28.3, NAT-28.4: over any corrections they add up to the last run, line by line, and nothing stays open', () => {
    fc.assert(
      fc.property(versions, (given) => {
        let posted: readonly PostedLine[] = [];
        let lines: readonly YearLine[] = [];
        for (const [index, rows] of given.entries()) {
          lines = [...new Map(rows)].map(([id, amount]) => ({ id, amount: fen(amount), clauses: ['C'] }));
          posted = carryOut(posted, lines, index + 1);
        }
        expect(openPayments(lines, posted)).toEqual([]);
        for (const id of IDS) {
          const target = lines.find((line) => line.id === id)?.amount ?? 0n;
          const kind = partsOfLine(id).kind;
          const part = kind === 'reserve' || kind === 'legacy' ? 'internal' : 'due';
          expect(postedAmount(posted, id, part)).toBe(target);
          if (kind === 'levy' || kind === 'allocation') expect(postedAmount(posted, id, 'paid')).toBe(target);
        }
      }),
    );
  });

  test('a later difference cites the first event of its line, also where it goes down to nothing', () => {
    const posted = [{ line: 'levy/a', part: 'due', version: 1, event: 7n, amount: fen(100n) }] as const;
    expect(differences([], posted, 'due')).toEqual([
      { line: 'levy/a', part: 'due', amount: -100n, clauses: [], corrects: 7n },
    ]);
  });

  test('a levy is paid in parts and never above what is open', () => {
    const open = [{ line: 'levy/a', part: 'paid', amount: fen(100n), clauses: [] }] as const;
    const pay = (amount: bigint): unknown =>
      choosePayments(open, [], [{ line: 'levy/a', amount: fen(amount) }]);
    expect(pay(40n)).toMatchObject({ allowed: true, value: [{ amount: 40n }] });
    for (const amount of [0n, -1n, 101n])
      expect(pay(amount)).toMatchObject({ refusals: [{ code: 'payment_above_open' }] });
    expect(choosePayments(open, [], [{ line: 'levy/b', amount: fen(1n) }])).toMatchObject({
      refusals: [{ code: 'line_not_open' }],
    });
  });
});

describe('what a treasury bears of a year that is pooled whole (JH-4.7-d)', () => {
  const [treasury, burden] = ['treasury/local_treasury/c', 'burden/local_treasury/c'];
  const due = [treasury, burden].map((line) => {
    return { line, part: 'due', version: 1, event: 1n, amount: fen(45n) } as const;
  });
  const openWith = (paid: readonly PostedLine[]): ReturnType<typeof choosePayments> =>
    choosePayments(openPayments([], [...due, ...paid]), [...due, ...paid], undefined);
  const received = (amount: bigint): PostedLine => {
    return { line: treasury, part: 'paid', version: 1, event: 3n, amount: fen(amount) };
  };

  test('goes up only as far as it has come in, and nobody but the bank says that it has', () => {
    expect(openWith([])).toMatchObject({ refusals: [{ code: 'treasury_open', at: treasury }] });
    expect(openWith([received(30n)])).toMatchObject({ value: [{ line: burden, amount: 30n }] });
    expect(openWith([received(45n)])).toMatchObject({ value: [{ line: burden, amount: 45n }] });
    const early = [{ line: burden, amount: fen(1n) }];
    expect(choosePayments(openPayments([], due), due, early)).toMatchObject({
      refusals: [{ code: 'treasury_not_received', at: burden }],
    });
  });

  test('one step may record what came in and send it up, the receipt first', () => {
    const asked = [
      { line: burden, amount: fen(20n) },
      { line: treasury, amount: fen(20n) },
    ];
    expect(choosePayments(openPayments([], due), due, asked)).toMatchObject({
      value: [{ line: treasury }, { line: burden }],
    });
  });

  test('what was received too much after a correction goes back without being named', () => {
    const less = { ...due[0], version: 2, event: 5n, amount: fen(-15n) } as PostedLine;
    const posted = [...due, received(45n), less];
    expect(choosePayments(openPayments([], posted), posted, undefined)).toMatchObject({
      value: expect.arrayContaining([expect.objectContaining({ line: treasury, amount: -15n })]) as unknown,
    });
  });
});

describe('the lines of a run', () => {
  const none: YearOutcome = {
    levies: [],
    allocations: [],
    burdens: [],
    recoveries: [],
    releases: [],
    reserve: null,
  };
  const amounts = (outcome: Partial<YearOutcome>): Readonly<Record<string, Fen>> =>
    Object.fromEntries(yearLines({ ...none, ...outcome }).map(({ id, amount }) => [id, amount]));

  test('JH-4.7-a, JH-4.7-d, JH-4.7-e: under full pooling what counties bear goes up to the fund as well', () => {
    const county = { pool: 'c', cite: [] };
    expect(
      amounts({
        allocations: [{ ...county, stage: 'full_pooling', amount: fen(90n) }],
        burdens: [
          { ...county, bearer: 'legacy_balance', amount: fen(5n) },
          { ...county, bearer: 'local_treasury', amount: fen(7n) },
          { ...county, bearer: 'city', amount: fen(11n) },
        ],
      }),
    ).toEqual({
      'legacy/c': 5n,
      'treasury/local_treasury/c': 7n,
      'burden/legacy_balance/c': 5n,
      'burden/local_treasury/c': 7n,
      'allocation/full_pooling/c': 90n,
    });
  });

  test('SC-2.2-d, SC-2.2-g: the reserve is set aside by what it lacks; an old balance stays in its own books', () => {
    expect(
      amounts({
        reserve: { accumulated: fen(100n), held: fen(30n), cite: [] },
        releases: [{ cause: 'epidemic', amount: fen(9n), cite: [] }],
        burdens: [{ pool: 'p', bearer: 'legacy_balance', amount: fen(4n), cite: [] }],
      }),
    ).toEqual({ reserve: 70n, 'release/epidemic': 9n, 'legacy/p': 4n });
  });
});
