import type { Almanac, JsonRulesEngine, JsonRulesModule } from '#bench/contestants/opponents';
import { AXES, BAND_RATES, FIGURES, PPM } from '#bench/place/figures';
import type { PlainAnswer, Reckon } from '#bench/rows/plain-rows';

/** A reckoned fact: the facts that it needs, and what it makes of them. */
type ReckonedFact = readonly [needs: readonly string[], reckon: (...facts: never[]) => unknown];

const ANSWER = [
  'fundPaid',
  'largeExpensePaid',
  'personPaid',
  'inBands',
  'payable',
  'cut',
  'largePayable',
] as const;

/** The row and its year that nobody has looked at yet: what the rules find is written into it. */
interface Standing {
  share: number;
  isCapped: boolean;
}

/**
 * The rule as rules, conditions and facts: conditions decide (refused, minor, aided, capped), reckoned facts that
 * the almanac keeps for the run hold the amounts. The tables are looked up in facts, as a rule for each cell would
 * only slow the engine down.
 */
export function createJsonRules({ Engine }: JsonRulesModule): Reckon {
  const engine = new Engine();
  const names = Object.entries(FACTS);
  for (const [name, fact] of names) addReckonedFact(engine, name, fact);
  for (const rule of RULES) engine.addRule(rule);
  return async (row, totals) => {
    const standing: Standing = { share: PPM, isCapped: false };
    const { events, almanac } = await engine.run({ ...row, ...totals, standing });
    if (events.some(({ type }) => type === 'refused')) return undefined;
    const figures = await Promise.all(ANSWER.map((name) => almanac.factValue(name)));
    return Object.fromEntries(ANSWER.map((name, at) => [name, figures[at]])) as unknown as PlainAnswer;
  };
}

function addReckonedFact(engine: JsonRulesEngine, name: string, [needs, reckon]: ReckonedFact): void {
  engine.addFact(name, async (_, almanac) => {
    const facts = await Promise.all(needs.map((need) => almanac.factValue(need)));
    return reckon(...(facts as never[]));
  });
}

type Writing = (standing: Standing) => void;

/** Lets a rule that holds write what it decides for the facts that are reckoned later. */
function onSuccess(write: Writing): (event: object, almanac: Almanac) => Promise<void> {
  return async (_, almanac) => write((await almanac.factValue('standing')) as Standing);
}

const condition = (fact: string, operator: string, value: unknown): object => ({ fact, operator, value });
const isNotLess = (fact: string, value: number): object => condition(fact, 'greaterThanInclusive', value);

const RULES: readonly object[] = [
  {
    name: 'refused',
    priority: 4,
    conditions: {
      any: [
        condition('cost', 'greaterThan', 1_000_000_000),
        condition('selfPaid', 'lessThan', 0),
        condition('aboveLimit', 'lessThan', 0),
        condition('firstPayBase', 'lessThan', 0),
        condition('outsideFirstPay', 'lessThan', 0),
        condition('bornOn', 'greaterThan', { fact: 'admittedOn' }),
      ],
    },
    event: { type: 'refused' },
  },
  {
    name: 'minor',
    priority: 3,
    conditions: { all: [condition('age', 'lessThan', FIGURES.minorAge)] },
    event: { type: 'minor' },
    onSuccess: onSuccess((standing) => {
      standing.share = FIGURES.minorDeductibleShare;
    }),
  },
  {
    name: 'aided',
    priority: 3,
    conditions: { all: [isNotLess('age', FIGURES.minorAge), condition('aided', 'equal', true)] },
    event: { type: 'aided' },
    onSuccess: onSuccess((standing) => {
      standing.share = FIGURES.aidedDeductibleShare;
    }),
  },
  {
    name: 'capped',
    priority: 1,
    conditions: { all: [condition('payable', 'greaterThan', { fact: 'room' })] },
    event: { type: 'capped' },
    onSuccess: onSuccess((standing) => {
      standing.isCapped = true;
    }),
  },
];

/** Half up; every amount and product here stays a whole number that a double holds. */
const shared = (amount: number, millionths: number): number =>
  Math.floor((amount * millionths + PPM / 2) / PPM);

const EDGES = [...FIGURES.bandFrom, Infinity];

const FACTS: Readonly<Record<string, ReckonedFact>> = {
  eligible: [
    ['cost', 'selfPaid', 'aboveLimit'],
    (cost: number, selfPaid: number, aboveLimit: number) => cost - selfPaid - aboveLimit,
  ],
  outsideFirstPay: [['eligible', 'firstPayBase'], (eligible: number, base: number) => eligible - base],
  inScope: [
    ['eligible', 'firstPayBase'],
    (eligible: number, base: number) => eligible - shared(base, FIGURES.firstPayShare),
  ],
  age: [
    ['bornOn', 'admittedOn'],
    (bornOn: number, admittedOn: number) => Math.floor((admittedOn - bornOn) / 10_000),
  ],
  deductible: [
    ['hospitalLevel', 'admissionNumber', 'standing'],
    (level: Level, number: AdmissionNumber, { share }: Standing) =>
      shared(FIGURES.deductible[AXES.hospital_level.indexOf(level)]?.[positionOf(number)] ?? NaN, share),
  ],
  inBands: [['inScope', 'deductible'], (inScope: number, borne: number) => Math.max(inScope - borne, 0)],
  bands: [
    ['inBandsBefore', 'inBands'],
    (from: number, inBands: number) =>
      AXES.band.map((_, band) => {
        const [begin = NaN, end = NaN] = EDGES.slice(band, band + 2);
        return Math.max(Math.min(from + inBands, end) - Math.max(from, begin), 0);
      }),
  ],
  /** What the lowest one, two, three and four bands pay. */
  owed: [['bands', 'hospitalLevel', 'personKind', 'offSitePath'], owedUpTo],
  payable: [['owed'], (owed: readonly number[]) => owed.at(-1)],
  room: [['payableBefore'], (before: number) => Math.max(FIGURES.cap - before, 0)],
  fundPaid: [['payable', 'room'], (payable: number, room: number) => Math.min(payable, room)],
  cut: [['standing', 'bands', 'owed', 'room'], cutCost],
  largePayable: [
    ['cutBefore', 'cut'],
    (before: number, cut: number) =>
      shared(Math.max(before + cut - Math.max(before, FIGURES.largeFrom), 0), FIGURES.largeRate),
  ],
  largeExpensePaid: [
    ['largePayable', 'largeBefore'],
    (payable: number, before: number) => Math.min(payable, Math.max(FIGURES.largeCap - before, 0)),
  ],
  personPaid: [
    ['cost', 'fundPaid', 'largeExpensePaid'],
    (cost: number, fundPaid: number, large: number) => cost - fundPaid - large,
  ],
};

type Level = (typeof AXES.hospital_level)[number];
type AdmissionNumber = (typeof AXES.admission_number)[number];
type Kind = (typeof AXES.person_kind)[number];
type Path = (typeof AXES.off_site_path)[number];

function positionOf(number: AdmissionNumber): number {
  return AXES.admission_number.indexOf(number);
}

function owedUpTo(bands: readonly number[], level: Level, kind: Kind, path: Path): readonly number[] {
  const [levelAt, kindAt] = [AXES.hospital_level.indexOf(level), AXES.person_kind.indexOf(kind)];
  const at = (levelAt * 3 + kindAt) * 3 + AXES.off_site_path.indexOf(path);
  let sum = 0;
  return bands.map((amount, band) => {
    sum += amount * (BAND_RATES[band * 27 + at] ?? NaN);
    return Math.floor((sum + PPM / 2) / PPM);
  });
}

function cutCost(
  { isCapped }: Standing,
  bands: readonly number[],
  owed: readonly number[],
  room: number,
): number {
  if (!isCapped) return 0;
  const band = owed.findIndex((upTo) => upTo > room);
  const above = bands.slice(band + 1).reduce((sum, amount) => sum + amount, 0);
  const before = band === 0 ? 0 : (owed[band - 1] ?? NaN);
  const [product, whole] = [
    (bands[band] ?? NaN) * ((owed[band] ?? NaN) - room),
    (owed[band] ?? NaN) - before,
  ];
  // The rows' largest bills keep twice the product below 2^53.
  return above + Math.floor((2 * product + whole) / (2 * whole));
}
