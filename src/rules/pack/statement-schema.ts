import {
  bilingual,
  cite,
  closed,
  identifier,
  identifiers,
  listOf,
  text,
  type JsonSchema,
} from '#rules/pack/schema-parts';

const subjectKind: JsonSchema = { enum: ['pool', 'fund', 'group'] };
const statementColumns = {
  ...listOf(
    closed(
      {
        span: {
          enum: 'period previous_month year_to_date previous_year_to_date year_start previous_year'.split(
            ' ',
          ),
        },
        name: bilingual,
      },
      ['span', 'name'],
    ),
  ),
  minItems: 1,
};

const statementPart = closed(
  {
    id: identifier,
    name: bilingual,
    of: subjectKind,
    types: identifiers,
    members: { enum: ['pool', 'fund'] },
    funds: identifiers,
    sources: identifiers,
    role: { enum: ['eliminated', 'total'] },
  },
  ['id', 'name', 'of'],
);

const statementLine = closed(
  {
    id: identifier,
    name: bilingual,
    accounts: { ...identifiers, minItems: 1 },
    side: { enum: ['debit', 'credit'] },
    sources: { ...identifiers, minItems: 1 },
    categories: { ...identifiers, minItems: 1 },
    parties: { ...identifiers, minItems: 1 },
    at: { enum: ['opening', 'closing'] },
    sum: { ...identifiers, minItems: 1 },
    less: { ...identifiers, minItems: 1 },
    within: identifier,
  },
  ['id', 'name'],
);

/** A form of the statements. */
export const statementForm = closed(
  {
    id: identifier,
    number: text,
    name: bilingual,
    cite,
    of: { ...listOf(subjectKind), minItems: 1 },
    book: { enum: ['cash', 'obligation'] },
    measure: { enum: ['stock', 'flow'] },
    covers: { ...identifiers, minItems: 1 },
    openings: { enum: ['before_books', 'of_both_books'] },
    balances: { ...identifiers, minItems: 2, maxItems: 2 },
    columns: closed({ month: statementColumns, year: statementColumns }, ['month', 'year']),
    parts: { ...listOf(statementPart), minItems: 1 },
    lines: { ...listOf(statementLine), minItems: 1 },
    equations: listOf(
      closed({ id: identifier, name: bilingual, line: identifier, plus: identifiers, less: identifiers }, [
        'id',
        'name',
        'line',
        'plus',
      ]),
    ),
  },
  ['id', 'name', 'cite', 'of', 'book', 'measure', 'covers', 'columns', 'parts', 'lines'],
);
