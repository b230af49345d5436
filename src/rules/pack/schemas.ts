import {
  bilingual,
  cells,
  cite,
  closed,
  date,
  identifier,
  identifiers,
  listOf,
  mapOf,
  status,
  text,
  year,
  type JsonSchema,
} from '#rules/pack/schema-parts';
import { statementForm } from '#rules/pack/statement-schema';

/** As the register writes paths: one to five ids, the province first. */
const placePath = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*){0,4}$' } as const;

const instrument = closed(
  {
    id: identifier,
    number: text,
    title: bilingual,
    issuer: bilingual,
    issued: date,
    effective: date,
    expires: date,
    status,
  },
  ['id', 'title', 'issuer', 'status'],
);

const clause = closed(
  {
    id: identifier,
    instrument: identifier,
    article: bilingual,
    kind: { enum: ['rule', 'control', 'process', 'report', 'platform'] },
    paraphrase: bilingual,
    open: bilingual,
  },
  ['id', 'instrument', 'article', 'kind', 'paraphrase'],
);

const linked = closed(
  {
    statistic: identifier,
    times: text,
    year_offset: { type: 'string', pattern: '^-?\\d+$' },
    round: { enum: ['half_up', 'down'] },
  },
  ['statistic', 'times', 'year_offset', 'round'],
);

const version = closed(
  {
    from: date,
    to: date,
    value: text,
    cells: { type: 'object' },
    low: cells,
    high: cells,
    linked,
    cite,
    published: date,
    reading: identifier,
    source: text,
    reliability: { enum: ['seed', 'law', 'official', 'secondary', 'low', 'own'] },
  },
  ['from', 'cite'],
);

const value = closed(
  {
    label: bilingual,
    unit: {
      enum: ['fen', 'rate', 'points', 'month', 'day', 'year', 'person', 'score', 'multiple', 'choice'],
    },
    kind: { enum: ['exact', 'upper_bound', 'lower_bound', 'band', 'delegated'] },
    axes: identifiers,
    anchor: { enum: ['fund_year', 'contribution_month', 'coverage_year', 'event_date'] },
    bounded_by: identifier,
    options: identifiers,
    versions: { ...listOf(version), minItems: 1 },
  },
  ['label', 'unit', 'kind', 'anchor', 'versions'],
);

const pool = closed(
  {
    id: identifier,
    code: text,
    name: bilingual,
    from: date,
    to: date,
    schemes: { ...listOf({ enum: ['employee', 'resident'] }), minItems: 1 },
    cite,
  },
  ['id', 'code', 'name', 'from', 'cite'],
);

const reading = closed(
  { id: identifier, clauses: cite, reading: bilingual, alternatives: listOf(bilingual) },
  ['id', 'clauses', 'reading'],
);

const statistic = closed(
  {
    label: bilingual,
    unit: { enum: ['fen', 'rate', 'points', 'month', 'day', 'year', 'person', 'score'] },
    values: listOf(
      closed({ year, value: text, published: date, source: text, reliability: text }, [
        'year',
        'value',
        'published',
        'source',
        'reliability',
      ]),
    ),
  },
  ['label', 'unit', 'values'],
);

const step = closed(
  {
    mechanism: identifier,
    with: mapOf({ anyOf: [text, listOf(text)] }),
    cite,
    readings: identifiers,
  },
  ['mechanism', 'cite'],
);

const adjustment = closed(
  {
    schemes: { ...mapOf(closed({ first_year: year }, ['first_year'])), minProperties: 1 },
    cite,
    readings: identifiers,
    steps: { ...listOf(step), minItems: 1 },
  },
  ['schemes', 'cite', 'steps'],
);

const contribution = closed(
  {
    kinds: {
      type: 'object',
      propertyNames: { enum: ['employee', 'flexible', 'resident', 'retiree', 'retirement'] },
      additionalProperties: closed(
        { formula: identifier, first_year: year, with: mapOf(text), cite, readings: identifiers },
        ['formula', 'first_year', 'with', 'cite'],
      ),
      minProperties: 1,
    },
    cite,
    readings: identifiers,
  },
  ['kinds', 'cite'],
);

const benefit = closed(
  {
    claims: {
      type: 'object',
      propertyNames: { enum: ['inpatient'] },
      additionalProperties: closed(
        { formula: identifier, priced_on: text, with: mapOf(text), cite, readings: identifiers },
        ['formula', 'priced_on', 'with', 'cite'],
      ),
      minProperties: 1,
    },
    cite,
    readings: identifiers,
  },
  ['claims', 'cite'],
);

const budget = closed(
  {
    first_year: year,
    cite,
    readings: identifiers,
    rules: listOf(
      closed({ mechanism: identifier, with: mapOf(text), cite, readings: identifiers }, [
        'mechanism',
        'cite',
      ]),
    ),
    indicators: listOf(
      closed({ id: identifier, name: bilingual, points: text, cite, readings: identifiers }, [
        'id',
        'name',
        'points',
        'cite',
      ]),
    ),
  },
  ['first_year', 'cite', 'rules'],
);

const assessment = closed(
  {
    cite,
    readings: identifiers,
    points: identifier,
    items: { ...listOf(closed({ id: identifier, name: bilingual }, ['id', 'name'])), minItems: 1 },
  },
  ['cite', 'points', 'items'],
);

const supervision = closed(
  {
    cite,
    stages: { ...listOf(closed({ id: identifier, name: bilingual }, ['id', 'name'])), minItems: 1 },
    lines: {
      ...listOf(
        closed({ id: identifier, name: bilingual, kind: { enum: ['joint', 'off_site'] }, cite }, [
          'id',
          'name',
          'cite',
        ]),
      ),
      minItems: 1,
    },
  },
  ['cite', 'lines'],
);

const monitoring = closed(
  {
    cite,
    interval: identifier,
    indicators: {
      ...listOf(
        closed({ indicator: identifier, with: mapOf(identifier), cite, readings: identifiers }, [
          'indicator',
          'cite',
        ]),
      ),
      minItems: 1,
    },
  },
  ['cite', 'indicators'],
);

const workedCase = closed(
  {
    id: identifier,
    title: bilingual,
    clauses: cite,
    command: { enum: ['adjust', 'contribute'] },
    input: { type: 'object' },
    expect: { type: 'object', minProperties: 1 },
  },
  ['id', 'title', 'clauses', 'command', 'input', 'expect'],
);

const account = closed(
  {
    book: { enum: ['cash', 'obligation'] },
    code: identifier,
    class: {
      enum: 'deposit asset liability balance income expense claim debt arisen cleared'.split(' '),
    },
    name: bilingual,
    cite,
  },
  ['book', 'code', 'class', 'name', 'cite'],
);

const move = closed(
  {
    amount: identifier,
    debit: identifier,
    credit: identifier,
    fund: { enum: ['account', 'unsplit'] },
    source: { enum: ['pre_pooling', 'adjustment', 'risk_reserve'] },
    pool: { enum: ['other'] },
  },
  ['amount', 'debit', 'credit'],
);

const journalTemplate = closed(
  {
    id: identifier,
    name: bilingual,
    cite,
    kind: { enum: ['opening', 'internal', 'close'] },
    types: { ...identifiers, minItems: 1 },
    parties: { ...identifiers, minItems: 1 },
    categories: { ...identifiers, minItems: 1 },
    approval: { enum: ['required'] },
    causes: { ...identifiers, minItems: 1 },
    returns: { ...identifiers, minItems: 1 },
    moves: { ...listOf(move), minItems: 1 },
  },
  ['id', 'name', 'cite', 'types', 'moves'],
);

const journal = closed({ templates: { ...listOf(journalTemplate), minItems: 1 } }, ['templates']);

/** The files of a pack, by the pattern of their path inside the folder. */
export const FILE_SCHEMAS: readonly { readonly path: RegExp; readonly schema: JsonSchema }[] = [
  {
    path: /^instrument\.yaml$/,
    schema: closed(
      {
        id: identifier,
        name: bilingual,
        places: { ...listOf(placePath), minItems: 1 },
        extends: identifiers,
        status,
        instruments: listOf(instrument),
      },
      ['id', 'name', 'status', 'instruments'],
    ),
  },
  { path: /^clauses\.yaml$/, schema: closed({ clauses: listOf(clause) }, ['clauses']) },
  {
    path: /^values\/[^/]+\.yaml$/,
    schema: closed({ axes: mapOf({ ...identifiers, minItems: 1 }), values: mapOf(value) }, ['values']),
  },
  { path: /^places\.yaml$/, schema: closed({ pools: listOf(pool) }, ['pools']) },
  { path: /^readings\.yaml$/, schema: closed({ readings: listOf(reading) }, ['readings']) },
  { path: /^statistics\.yaml$/, schema: closed({ statistics: mapOf(statistic) }, ['statistics']) },
  { path: /^adjustment\.yaml$/, schema: closed({ adjustment }, ['adjustment']) },
  { path: /^contribution\.yaml$/, schema: closed({ contribution }, ['contribution']) },
  { path: /^benefit\.yaml$/, schema: closed({ benefit }, ['benefit']) },
  { path: /^budget\.yaml$/, schema: closed({ budget }, ['budget']) },
  { path: /^assessment\.yaml$/, schema: closed({ assessment }, ['assessment']) },
  { path: /^monitoring\.yaml$/, schema: closed({ monitoring }, ['monitoring']) },
  { path: /^supervision\.yaml$/, schema: closed({ supervision }, ['supervision']) },
  {
    path: /^accounts\.yaml$/,
    schema: closed({ accounts: { ...listOf(account), minItems: 1 } }, ['accounts']),
  },
  { path: /^journal\.yaml$/, schema: closed({ journal }, ['journal']) },
  {
    path: /^statements\.yaml$/,
    schema: closed({ statements: { ...listOf(statementForm), minItems: 1 } }, ['statements']),
  },
  { path: /^cases\/[^/]+\.yaml$/, schema: closed({ cases: listOf(workedCase) }, ['cases']) },
];
