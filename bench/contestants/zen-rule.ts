import { AXES, BAND_RATES, FIGURES, PPM } from '#bench/place/figures';

const [, SECOND, THIRD, FOURTH] = FIGURES.bandFrom;

/** Names and formulas of the steps, each seeing those before it under `$`. */
type Steps = readonly (readonly [string, string])[];

/** The row is refused where one of these does not hold. */
const SCOPE: Steps = [
  ['eligible', 'cost - selfPaid - aboveLimit'],
  [
    'isSound',
    'cost <= 1000000000 and selfPaid >= 0 and aboveLimit >= 0 and firstPayBase >= 0 and ' +
      'firstPayBase <= $.eligible and bornOn <= admittedOn',
  ],
  ['inScope', `$.eligible - round(firstPayBase * ${FIGURES.firstPayShare} / ${PPM})`],
  ['age', 'floor((admittedOn - bornOn) / 10000)'],
];

const PAYMENT: Steps = [
  ['inBands', `max([inScope - round(deductible * share / ${PPM}), 0])`],
  ['from', 'inBandsBefore'],
  ['to', '$.from + $.inBands'],
  ['s1', `max([min([$.to, ${SECOND}]) - $.from, 0])`],
  ['s2', `max([min([$.to, ${THIRD}]) - max([$.from, ${SECOND}]), 0])`],
  ['s3', `max([min([$.to, ${FOURTH}]) - max([$.from, ${THIRD}]), 0])`],
  ['s4', `max([$.to - max([$.from, ${FOURTH}]), 0])`],
  ['owed1', `round($.s1 * rate1 / ${PPM})`],
  ['owed2', `round(($.s1 * rate1 + $.s2 * rate2) / ${PPM})`],
  ['owed3', `round(($.s1 * rate1 + $.s2 * rate2 + $.s3 * rate3) / ${PPM})`],
  ['payable', `round(($.s1 * rate1 + $.s2 * rate2 + $.s3 * rate3 + $.s4 * rate4) / ${PPM})`],
  ['room', `max([${FIGURES.cap} - payableBefore, 0])`],
  ['fundPaid', 'min([$.payable, $.room])'],
  [
    'cut',
    '$.payable <= $.room ? 0 : ' +
      '$.owed1 > $.room ? $.s2 + $.s3 + $.s4 + round($.s1 * ($.owed1 - $.room) / $.owed1) : ' +
      '$.owed2 > $.room ? $.s3 + $.s4 + round($.s2 * ($.owed2 - $.room) / ($.owed2 - $.owed1)) : ' +
      '$.owed3 > $.room ? $.s4 + round($.s3 * ($.owed3 - $.room) / ($.owed3 - $.owed2)) : ' +
      'round($.s4 * ($.payable - $.room) / ($.payable - $.owed3))',
  ],
  [
    'largePayable',
    `round(max([cutBefore + $.cut - max([cutBefore, ${FIGURES.largeFrom}]), 0]) * ${FIGURES.largeRate} / ${PPM})`,
  ],
  ['largeExpensePaid', `min([$.largePayable, max([${FIGURES.largeCap} - largeBefore, 0])])`],
  ['personPaid', 'cost - $.fundPaid - $.largeExpensePaid'],
];

/**
 * The rule as a decision model: what the place lists are decision tables, what it reckons are expressions, as the
 * engine's documentation lays a model out. Its numbers are exact decimals; rounding is half up.
 */
export function zenModel(): object {
  const nodes = [
    { id: 'facts', type: 'inputNode', name: 'facts' },
    expressions('scope', SCOPE, true),
    table('deductible', ['hospitalLevel', 'admissionNumber'], ['deductible'], deductibleRules()),
    table(
      'share',
      ['age', 'aided'],
      ['share'],
      [
        [`< ${FIGURES.minorAge}`, '', `${FIGURES.minorDeductibleShare}`],
        ['', 'true', `${FIGURES.aidedDeductibleShare}`],
        ['', '', `${PPM}`],
      ],
    ),
    table(
      'rates',
      ['hospitalLevel', 'personKind', 'offSitePath'],
      ['rate1', 'rate2', 'rate3', 'rate4'],
      rateRules(),
    ),
    expressions('payment', PAYMENT, false),
    { id: 'answer', type: 'outputNode', name: 'answer' },
  ];
  const edges = nodes.slice(1).map(({ id }, at) => ({
    id: `to-${id}`,
    sourceId: nodes[at]?.id,
    targetId: id,
    type: 'edge',
  }));
  return { nodes: nodes.map((node) => ({ ...node, position: { x: 0, y: 0 } })), edges };
}

interface ModelNode {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly content: object;
}

function expressions(id: string, steps: Steps, passThrough: boolean): ModelNode {
  // Whether the row is sound was told before the tables; the last step hands it on.
  const all = passThrough ? steps : [...steps, ['isSound', 'isSound'] as const];
  return {
    id,
    type: 'expressionNode',
    name: id,
    content: {
      expressions: all.map(([key, value]) => ({ id: `${id}-${key}`, key, value })),
      passThrough,
      inputField: null,
      outputPath: null,
      executionMode: 'single',
    },
  };
}

function table(
  id: string,
  inputs: readonly string[],
  outputs: readonly string[],
  rules: readonly (readonly string[])[],
): ModelNode {
  const columns = [...inputs, ...outputs].map((_, at) => `${id}-c${at}`);
  return {
    id,
    type: 'decisionTableNode',
    name: id,
    content: {
      hitPolicy: 'first',
      inputs: inputs.map((field, at) => ({ id: columns[at], name: field, field })),
      outputs: outputs.map((field, at) => ({ id: columns[inputs.length + at], name: field, field })),
      rules: rules.map((cells, rule) => ({
        _id: `${id}-r${rule}`,
        ...Object.fromEntries(cells.map((cell, at) => [columns[at] ?? '', cell])),
      })),
      passThrough: true,
      inputField: null,
      outputPath: null,
      executionMode: 'single',
    },
  };
}

function deductibleRules(): readonly (readonly string[])[] {
  return FIGURES.deductible.flatMap((row, level) =>
    row.map((amount, number) => [
      `"${AXES.hospital_level[level] ?? ''}"`,
      `"${AXES.admission_number[number] ?? ''}"`,
      `${amount}`,
    ]),
  );
}

function rateRules(): readonly (readonly string[])[] {
  const keys = AXES.hospital_level.flatMap((level) =>
    AXES.person_kind.flatMap((kind) =>
      AXES.off_site_path.map((path) => [`"${level}"`, `"${kind}"`, `"${path}"`]),
    ),
  );
  return keys.map((key, at) => [
    ...key,
    ...AXES.band.map((_, band) => `${BAND_RATES[band * keys.length + at] ?? NaN}`),
  ]);
}
