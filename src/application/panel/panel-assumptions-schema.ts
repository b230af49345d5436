import { PANEL_SCHEMES, POOL_FIELDS, RELEASE_CAUSES } from '#domain/panel/fields';

type Schema = Readonly<Record<string, unknown>>;

function record(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', additionalProperties: false, required, properties };
}

function list(items: Schema): Schema {
  return { type: 'array', items };
}

function written(pattern: string): Schema {
  return { type: 'string', pattern };
}

const text: Schema = { type: 'string', minLength: 1 };
const amount = written('^\\d{1,13}\\.\\d{2}$');
const rate = written('^\\d{1,3}(\\.\\d{1,4})?%$');
const change = written('^-?\\d{1,3}(\\.\\d{1,4})?%$');
const months = written('^-?\\d{1,3}(\\.\\d)?$');
const persons = written('^\\d{1,9}$');
const year = written('^\\d{4}$');
const id = written('^[a-z][a-z_]*$');
const bilingual = record({ zh: text, en: text });
const reasoned = (value: Schema): Schema => record({ value, why: bilingual });
const total = (unit: string): Schema =>
  record({ value: written('^\\d{1,9}(\\.\\d{1,4})?$'), unit: { const: unit }, source: text });
const field = { enum: [...POOL_FIELDS.keys()] };

const facts = list(record({ field, value: text, why: bilingual }));
const factors = record(
  {
    insured_share: rate,
    insured: persons,
    income_level: rate,
    cost_level: rate,
    opening_months: months,
    facts,
  },
  ['insured_share', 'insured', 'income_level', 'cost_level', 'opening_months', 'facts'],
);

const growth = record({ insured: change, revenue: change, expenditure: change, why: bilingual });

const events = record(
  {
    fund: record({ interest: amount, other_income: amount, why: bilingual }),
    changes: list(
      record({ pool: id, field: { enum: ['revenue', 'expenditure'] }, by: change, why: bilingual }),
    ),
    facts: list(record({ pool: id, field, value: text, why: bilingual })),
    treasury_covers: list(record({ pool: id, why: bilingual })),
    recoveries: list(record({ place_of_care: id, place_of_insurance: id, amount, why: bilingual })),
    releases: list(record({ pool: id, amount, cause: { enum: RELEASE_CAUSES }, why: bilingual })),
  },
  ['changes', 'facts', 'treasury_covers', 'recoveries', 'releases'],
);

const ofYear = {
  resident_fee: reasoned(amount),
  employee: events,
  resident: events,
};

/** The form of an assumptions file: every scalar is text, every invented value carries its reason. */
export const PANEL_ASSUMPTIONS_SCHEMA: Schema = record(
  {
    employee: record(
      {
        income: total('亿元'),
        income_prior: total('亿元'),
        expenditure: total('亿元'),
        enrolled: total('万人'),
        collections_share: reasoned(rate),
        fund_opening: reasoned(amount),
        defaults: facts,
      },
      ['income_prior'],
    ),
    resident: record(
      {
        expenditure: total('亿元'),
        enrolled: total('万人'),
        enrolled_prior: total('万人'),
        fee_prior: reasoned(amount),
        other_income: reasoned(amount),
        fund_opening: reasoned(amount),
        defaults: facts,
      },
      ['enrolled_prior', 'fee_prior'],
    ),
    cities: {
      ...list(
        record(
          { id, name: bilingual, population: persons, employee: factors, resident: factors, why: bilingual },
          ['population', 'employee', 'resident'],
        ),
      ),
      minItems: 1,
    },
    published: list(
      record({
        scheme: { enum: PANEL_SCHEMES },
        pool: id,
        field: { enum: ['revenue', 'expenditure', 'insured', 'openingBalance'] },
        place: text,
        period: text,
        statement: text,
        item: text,
      }),
    ),
    base_year: record({ year, ...ofYear, resident_subsidy: reasoned(amount) }, [
      ...Object.keys(ofYear),
      'resident_subsidy',
    ]),
    later_years: list(
      record(
        {
          year,
          projection: { enum: ['true', 'false'] },
          growth: record({ employee: growth, resident: growth }, ['employee', 'resident']),
          ...ofYear,
        },
        Object.keys(ofYear),
      ),
    ),
  },
  ['resident'],
);
