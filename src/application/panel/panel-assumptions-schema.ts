import { CONDITION_FIELDS, EMERGENCY_CAUSES, PANEL_SCHEMES } from '#domain/panel/fields';

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
const months = written('^-?\\d{1,3}(\\.\\d)?$');
const id = written('^[a-z][a-z_]*$');
const bilingual = record({ zh: text, en: text });
const reasoned = (value: Schema): Schema => record({ value, why: bilingual });
const national = (unit: string): Schema =>
  record({ value: written('^\\d{1,9}(\\.\\d{1,4})?$'), unit: { const: unit }, source: text });

const factors = record(
  { insured_share: rate, income_level: rate, cost_level: rate, opening_months: months },
  ['insured_share', 'income_level', 'cost_level'],
);

const events = record({
  fund: record({ opening_balance: amount, interest: amount, other_income: amount, why: bilingual }),
  failed_conditions: list(record({ pool: id, condition: { enum: CONDITION_FIELDS }, why: bilingual })),
  treasury_covers: list(record({ pool: id, why: bilingual })),
  emergencies: list(record({ pool: id, amount, cause: { enum: EMERGENCY_CAUSES }, why: bilingual })),
  recoveries: list(record({ place_of_care: id, place_of_insurance: id, amount, why: bilingual })),
});

/** The form of an assumptions file: every scalar is text, every invented value carries its reason. */
export const PANEL_ASSUMPTIONS_SCHEMA: Schema = record({
  year: written('^\\d{4}$'),
  national: record({
    employee_pool_income: national('亿元'),
    employee_pool_income_prior: national('亿元'),
    employee_pool_expenditure: national('亿元'),
    employee_enrolled: national('万人'),
    resident_expenditure: national('亿元'),
    resident_enrolled: national('万人'),
    resident_enrolled_prior: national('万人'),
  }),
  parameters: record({
    employee_collections_share: reasoned(rate),
    resident_fee: reasoned(amount),
    resident_fee_prior: reasoned(amount),
    resident_subsidy: reasoned(amount),
    resident_other_income: reasoned(amount),
    levy_rates: record({ employee: rate, resident: rate }),
  }),
  cities: {
    type: 'array',
    minItems: 1,
    items: record({
      id,
      name: bilingual,
      population: written('^\\d{1,9}$'),
      employee: factors,
      resident: factors,
      why: bilingual,
    }),
  },
  events: record({ employee: events, resident: events }),
  published: list(
    record({
      scheme: { enum: PANEL_SCHEMES },
      pool: id,
      field: { enum: ['revenue', 'expenditure', 'insured'] },
      place: text,
      period: text,
      statement: text,
      item: text,
    }),
  ),
});

interface Reasoned {
  readonly value: string;
}

interface WrittenText {
  readonly zh: string;
  readonly en: string;
}

export interface WrittenFactors {
  readonly insured_share?: string;
  readonly income_level?: string;
  readonly cost_level?: string;
  readonly opening_months: string;
}

export interface WrittenEvents {
  readonly fund: {
    readonly opening_balance: string;
    readonly interest: string;
    readonly other_income: string;
    readonly why: WrittenText;
  };
  readonly failed_conditions: readonly {
    readonly pool: string;
    readonly condition: (typeof CONDITION_FIELDS)[number];
    readonly why: WrittenText;
  }[];
  readonly treasury_covers: readonly { readonly pool: string; readonly why: WrittenText }[];
  readonly emergencies: readonly {
    readonly pool: string;
    readonly amount: string;
    readonly cause: (typeof EMERGENCY_CAUSES)[number];
    readonly why: WrittenText;
  }[];
  readonly recoveries: readonly {
    readonly place_of_care: string;
    readonly place_of_insurance: string;
    readonly amount: string;
    readonly why: WrittenText;
  }[];
}

export type NationalName =
  | 'employee_pool_income'
  | 'employee_pool_income_prior'
  | 'employee_pool_expenditure'
  | 'employee_enrolled'
  | 'resident_expenditure'
  | 'resident_enrolled'
  | 'resident_enrolled_prior';

/** What the schema above lets through. */
export interface WrittenAssumptions {
  readonly year: string;
  readonly national: Readonly<
    Record<NationalName, { readonly value: string; readonly unit: '亿元' | '万人' }>
  >;
  readonly parameters: Readonly<
    Record<
      | 'employee_collections_share'
      | 'resident_fee'
      | 'resident_fee_prior'
      | 'resident_subsidy'
      | 'resident_other_income',
      Reasoned
    >
  > & { readonly levy_rates: Readonly<Record<(typeof PANEL_SCHEMES)[number], string>> };
  readonly cities: readonly {
    readonly id: string;
    readonly name: WrittenText;
    readonly population: string;
    readonly employee: WrittenFactors;
    readonly resident: WrittenFactors;
    readonly why: WrittenText;
  }[];
  readonly events: Readonly<Record<(typeof PANEL_SCHEMES)[number], WrittenEvents>>;
  readonly published: readonly {
    readonly scheme: (typeof PANEL_SCHEMES)[number];
    readonly pool: string;
    readonly field: 'revenue' | 'expenditure' | 'insured';
    readonly place: string;
    readonly period: string;
    readonly statement: string;
    readonly item: string;
  }[];
}
