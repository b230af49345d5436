import { describe, expect, it } from 'vitest';
import { boundsOf } from '#rules/formula/bounds';
import { parseYuan, formatYuan, type Fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';
import { figureOf, figureText, type FormulaFigure } from '#rules/formula/figure';
import { reckonRow, runFormula } from '#rules/targets/oracle';
import { inpatientPlace, type OffSiteRule } from '#tests/support/inpatient-place';

/** One admission, in yuan; what is left out is nothing, or as for an adult employee cared for at home. */
interface Admission {
  readonly cost: string;
  readonly selfPaid?: string;
  readonly aboveLimit?: string;
  readonly firstPayBase?: string;
  readonly level?: string;
  readonly number?: string;
  readonly kind?: string;
  readonly path?: string;
  readonly from?: string;
  readonly to?: string;
  readonly born?: string;
  readonly aided?: boolean;
  readonly before?: Partial<Record<keyof typeof NO_TOTALS, string>>;
  readonly rule?: OffSiteRule;
}

const NO_TOTALS = { inBands: '0.00', payable: '0.00', cutCost: '0.00', largePayable: '0.00' };
const places = { factor: inpatientPlace('factor'), rates: inpatientPlace('rates') };
const FIRST_HALF = '2025-03-01' as PlainDate;

const yuan = (text: string): Fen => {
  const amount = parseYuan(text);
  if (typeof amount === 'string') throw new Error(`${text}: ${amount}`);
  return amount;
};
const fenFigure = (text: string): FormulaFigure => ({ unit: 'fen', fen: yuan(text) });
const dateFigure = (date: string): FormulaFigure => ({ unit: 'date', date: date as PlainDate });
const choice = (name: string): FormulaFigure => ({ unit: 'choice', choice: name });

function factsOf(given: Admission): Map<string, FormulaFigure> {
  return new Map<string, FormulaFigure>([
    ['cost', fenFigure(given.cost)],
    ['selfPaid', fenFigure(given.selfPaid ?? '0.00')],
    ['aboveLimit', fenFigure(given.aboveLimit ?? '0.00')],
    ['firstPayBase', fenFigure(given.firstPayBase ?? '0.00')],
    ['hospitalLevel', choice(given.level ?? 'tertiary')],
    ['admissionNumber', choice(given.number ?? 'first')],
    ['personKind', choice(given.kind ?? 'employee')],
    ['offSitePath', choice(given.path ?? 'local')],
    ['admittedOn', dateFigure(given.from ?? FIRST_HALF)],
    ['dischargedOn', dateFigure(given.to ?? given.from ?? FIRST_HALF)],
    ['bornOn', dateFigure(given.born ?? '1980-05-05')],
    ['aided', { unit: 'truth', holds: given.aided ?? false }],
  ]);
}

function rowOf(given: Admission): Parameters<typeof reckonRow>[1] {
  const totals = Object.entries({ ...NO_TOTALS, ...given.before });
  return {
    inputs: factsOf(given),
    values: places[given.rule ?? 'factor'].valuesOn((given.from ?? FIRST_HALF) as PlainDate),
    totals: new Map(totals.map(([name, text]) => [name, yuan(text)])),
  };
}

/** The outputs that are asked for, in yuan. */
function outputsOf<Name extends string>(
  given: Admission,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const { outputs } = reckonRow(places[given.rule ?? 'factor'].formula, rowOf(given));
  if (!outputs.allowed) throw new Error(outputs.refusals.map(({ code, at }) => `${code} ${at}`).join(', '));
  const found = outputs.value;
  return Object.fromEntries(
    names.map((name) => {
      const figure = found.get(name);
      return [name, figure?.unit === 'count' ? figureText(figure) : formatYuan(figureOf(figure, 'fen').fen)];
    }),
  ) as Record<Name, string>;
}

function refusalsOf(
  given: Admission,
  change: (facts: Map<string, FormulaFigure>) => void,
): readonly string[] {
  const facts = factsOf(given);
  change(facts);
  const { outputs } = reckonRow(places.factor.formula, { ...rowOf(given), inputs: facts });
  return outputs.allowed ? [] : outputs.refusals.map(({ code, at }) => `${code} ${at}`);
}

/** Each figure is worked out by hand beside it. Tertiary, employee: 85 %, 88 %, 90 %, 95 %; deductible 800. */
const WORKED: readonly (readonly [string, Admission, Readonly<Record<string, string>>])[] = [
  [
    'the parts outside the scope come off first, and a share of what is paid first (S-R1)',
    // 10,000 − 500 − 300 = 9,200 eligible; 12.5 % of 2,000 = 250; 8,950 − 800 = 8,150; × 85 % = 6,927.50.
    { cost: '10000', selfPaid: '500', aboveLimit: '300', firstPayBase: '2000', to: '2025-03-11' },
    {
      days: '10',
      firstPay: '250.00',
      inScope: '8950.00',
      deductible: '800.00',
      fundPaid: '6927.50',
      largeExpensePaid: '0.00',
      personPaid: '3072.50',
      inBandsYear: '8150.00',
      fundPaidYear: '6927.50',
    },
  ],
  [
    'a cost in scope below the deductible is borne by the person whole',
    { cost: '500' },
    { inScope: '500.00', deductible: '500.00', fundPaid: '0.00', personPaid: '500.00' },
  ],
  [
    'each stretch of a cost is paid at its own band, and no more than it at a higher one',
    // 25,000 in bands: 10,000 × 85 % + 15,000 × 88 % = 8,500 + 13,200.
    { cost: '25800' },
    { fundPaid: '21700.00', personPaid: '4100.00', inBandsYear: '25000.00' },
  ],
  [
    'a second admission has its own deductible and goes on in the bands where the first ended',
    // 12,000 from 8,150: 1,850 × 85 % + 10,150 × 88 % = 1,572.50 + 8,932.
    { cost: '12400', number: 'second', before: { inBands: '8150', payable: '6927.50' } },
    {
      deductible: '400.00',
      fundPaid: '10504.50',
      personPaid: '1895.50',
      inBandsYear: '20150.00',
      fundPaidYear: '17432.00',
    },
  ],
  [
    'half a fen of a payment goes up',
    // 0.10 × 85 % = 0.085.
    { cost: '800.10' },
    { fundPaid: '0.09', personPaid: '800.01' },
  ],
  [
    'half a fen of the share paid first goes up',
    // 0.04 × 12.5 % = 0.005.
    { cost: '100.00', firstPayBase: '0.04' },
    { firstPay: '0.01', inScope: '99.99', personPaid: '100.00' },
  ],
  [
    'a minor bears half the deductible until the day before turning eighteen',
    // Resident, 60 %: 1,400 − 400 = 1,000.
    { cost: '1400', kind: 'resident', born: '2007-03-02' },
    { deductible: '400.00', fundPaid: '600.00', personPaid: '800.00' },
  ],
  [
    'from the day of turning eighteen the deductible is whole',
    { cost: '1400', kind: 'resident', born: '2007-03-01' },
    { deductible: '800.00', fundPaid: '360.00', personPaid: '1040.00' },
  ],
  [
    'who was born on 29 February turns eighteen on 1 March of a common year',
    // Values of 2026: deductible 1,000, half of it; 1,500 − 500 = 1,000 × 60 %.
    { cost: '1500', kind: 'resident', from: '2026-02-28', born: '2008-02-29' },
    { deductible: '500.00', fundPaid: '600.00' },
  ],
  [
    "half a fen of a minor's share of the deductible goes up",
    // 200.01 × 50 % = 100.005; primary, resident: 80 % of 899.99 = 719.992.
    { cost: '1000', level: 'primary', kind: 'resident', born: '2020-01-01' },
    { deductible: '100.01', fundPaid: '719.99', personPaid: '280.01' },
  ],
  [
    'an aided adult bears an eighth of the deductible',
    // 800 × 12.5 %; 900 × 85 %.
    { cost: '1000', aided: true },
    { deductible: '100.00', fundPaid: '765.00', personPaid: '235.00' },
  ],
  [
    'a minor who receives aid bears what a minor bears',
    { cost: '1400', kind: 'resident', born: '2010-01-01', aided: true },
    { deductible: '400.00', fundPaid: '600.00' },
  ],
  [
    'care after a referral off site leaves nine tenths of the rates (S-R4)',
    // 21,700 × 90 %.
    { cost: '25800', path: 'referred' },
    { deductible: '800.00', fundPaid: '19530.00', personPaid: '6270.00' },
  ],
  [
    'care off site without a referral leaves less, rounded once',
    // 21,700 × 77.77 % = 16,876.09.
    { cost: '25800', path: 'unreferred' },
    { fundPaid: '16876.09', personPaid: '8923.91' },
  ],
  [
    'a place that writes rates of its own for care off site needs no factor',
    // 10,000 × 75 % + 15,000 × 78 % = 7,500 + 11,700.
    { cost: '25800', path: 'referred', rule: 'rates' },
    { fundPaid: '19200.00', personPaid: '6600.00' },
  ],
  [
    'what the cap cuts of the highest band goes to the large-expense layer at its own ratio (S-R1)',
    // 250,000: 8,500 + 17,600 + 63,000 + 142,500 = 231,600; cap 150,000; cut 81,600 of 142,500 of a cost of
    // 150,000: 85,894.74; above 5,000: 80,894.74 × 85.5 % = 69,165.0027.
    { cost: '250800' },
    {
      fundPaid: '150000.00',
      largeExpensePaid: '69165.00',
      personPaid: '31635.00',
      fundPaidYear: '150000.00',
      largePaidYear: '69165.00',
    },
  ],
  [
    'a cut that begins in a lower band takes all cost above it',
    // 90,000 from 20,150: 9,850 × 88 % = 8,668; 70,000 × 90 % = 63,000; 10,150 × 95 % = 9,642.50. Room 50,000:
    // 71,668 − 50,000 = 21,668 of 63,000 cut of 70,000 = 24,075.56; + 10,150 = 34,225.56; − 5,000; × 85.5 %.
    { cost: '90400', number: 'second', before: { inBands: '20150', payable: '100000' } },
    {
      fundPaid: '50000.00',
      largeExpensePaid: '24987.85',
      personPaid: '15412.15',
      inBandsYear: '110150.00',
    },
  ],
  [
    'once the cap is used up the large-expense layer takes the whole cost in scope',
    {
      cost: '10200',
      number: 'later',
      before: { inBands: '220000', payable: '200000', cutCost: '60000', largePayable: '42750' },
    },
    { deductible: '200.00', fundPaid: '0.00', largeExpensePaid: '8550.00', personPaid: '1650.00' },
  ],
  [
    'the large-expense layer has a cap of its own',
    {
      cost: '10200',
      number: 'later',
      before: { inBands: '220000', payable: '200000', cutCost: '60000', largePayable: '99000' },
    },
    { largeExpensePaid: '1000.00', personPaid: '9200.00', largePaidYear: '100000.00' },
  ],
  [
    'the last day of a figure is paid by it',
    { cost: '10000', from: '2025-06-30' },
    { deductible: '800.00', fundPaid: '7820.00' },
  ],
  [
    'the first day of the next figure is paid by that',
    // 9,000 × 85 %.
    { cost: '10000', from: '2025-07-01' },
    { deductible: '1000.00', fundPaid: '7650.00' },
  ],
  [
    'an admission of no cost pays nothing',
    { cost: '0' },
    { firstPay: '0.00', deductible: '0.00', fundPaid: '0.00', personPaid: '0.00' },
  ],
];

describe('the benefit of an admission', () => {
  it.each(WORKED)('%s', (_, given, expected) => {
    expect(outputsOf(given, Object.keys(expected))).toEqual(expected);
  });

  it('a year reckoned row by row is what single rows with their totals give', () => {
    const { formula } = places.factor;
    const first = reckonRow(formula, rowOf({ cost: '8950' }));
    const second = reckonRow(formula, {
      ...rowOf({ cost: '12400', number: 'second' }),
      totals: first.totals,
    });
    const paid = second.outputs.allowed && figureOf(second.outputs.value.get('fundPaid'), 'fen').fen;
    expect(paid).toBe(1_050_450n);
  });

  it('is explained by named steps with the clauses and readings of the place', () => {
    const result = runFormula(places.factor.formula, rowOf({ cost: '25800' }));
    expect(result.allowed && result.value.nodes.find(({ id }) => id === 'payable')).toMatchObject({
      value: { kind: 'fen', amount: '21700.00' },
      cite: ['YH-1'],
      readings: ['R-3'],
    });
  });
});

describe('what an admission is refused for', () => {
  it.each<[string, (facts: Map<string, FormulaFigure>) => void, readonly string[]]>([
    [
      'a part that is more than the cost',
      (facts) => facts.set('selfPaid', fenFigure('1000.01')),
      ['part_above_whole selfPaid'],
    ],
    [
      'a part that is more than the parts before it leave',
      (facts) => facts.set('selfPaid', fenFigure('600')).set('aboveLimit', fenFigure('400.01')),
      ['part_above_whole aboveLimit'],
    ],
    [
      'a base of the first pay that is more than the eligible cost',
      (facts) => facts.set('firstPayBase', fenFigure('1000.01')),
      ['part_above_whole firstPayBase'],
    ],
    [
      'a discharge before the admission',
      (facts) => facts.set('dischargedOn', dateFigure('2025-02-28')),
      ['discharged_before_admission dischargedOn'],
    ],
    [
      'a birth after the admission',
      (facts) => facts.set('bornOn', dateFigure('2025-03-02')),
      ['born_after_admission bornOn'],
    ],
    ['a cost that is missing', (facts) => facts.delete('cost'), ['missing_field cost']],
    [
      'a level of hospital that the place does not know',
      (facts) => facts.set('hospitalLevel', choice('temple')),
      ['bad_value hospitalLevel'],
    ],
  ])('%s', (_, change, expected) => {
    expect(refusalsOf({ cost: '1000' }, change)).toEqual(expected);
  });

  it('a day without figures of the place', () => {
    const { outputs } = reckonRow(places.factor.formula, rowOf({ cost: '1000', from: '2024-12-31' }));
    expect(outputs.allowed || [...new Set(outputs.refusals.map(({ code }) => code))]).toEqual([
      'not_in_force',
    ]);
  });
});

describe('what is proved for every admission', () => {
  it.each(['factor', 'rates'] as const)('no part is negative or above the cost (%s)', (rule) => {
    const { formula } = places[rule];
    const bounds = boundsOf(formula);
    const unproved = formula.claims.filter((claim) =>
      claim.claim === 'at_most'
        ? !bounds.isAtMost(claim.node, claim.bound)
        : (bounds.range(claim.node)?.low.numerator ?? -1n) < 0n,
    );
    expect(formula.claims).toHaveLength(14);
    expect(unproved).toEqual([]);
  });
});
