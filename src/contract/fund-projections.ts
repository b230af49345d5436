import { Type } from 'typebox';
import { adjustmentRequestSchema, replacedValuesSchema } from '#contract/adjustment-request';
import { closed } from '#contract/common';

/** Years of a projection, the first included; what this means is argued in the domain. */
const MOST_YEARS = 10;
/** Paths of a fan: past ten thousand its quantiles no longer move by what a reader sees. */
const MOST_PATHS = 10_000;
/** An age band spans at most a life. */
const MOST_BAND_YEARS = 120;
const MOST_BANDS = 40;
/** Far above the persons of any country's band. */
const MOST_PERSONS = 10_000_000_000;

const id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[^/]+$' });
const basis = Type.String({ minLength: 1, maxLength: 2000, description: 'Where the figure comes from' });
const growth = Type.String({ format: 'percentage', examples: ['5%', '-2%'] });
const year = Type.Integer({ minimum: 1000, maximum: 9999 });

const spreadSchema = Type.Union(
  [
    Type.Object({ kind: Type.Literal('triangular'), low: growth, high: growth }, closed),
    Type.Object(
      {
        kind: Type.Literal('discrete'),
        outcomes: Type.Array(
          Type.Object({ rate: growth, weight: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, closed),
          { minItems: 1, maxItems: 100 },
        ),
      },
      closed,
    ),
  ],
  { description: 'How the driver may turn out, one draw a year; the peak of a triangle is the central rate' },
);
const driver = (description: string) =>
  Type.Object({ rate: growth, basis, spread: Type.Optional(spreadSchema) }, { description, ...closed });
const drivers = {
  premium: driver('Growth of the premium per contributor; for employees that of wages'),
  cost: driver('Growth of the cost of a person of unchanged age: medical inflation'),
  entries: driver('Newly enrolled in a year, of the insured'),
};
const someDrivers = Type.Object(
  {
    premium: Type.Optional(drivers.premium),
    cost: Type.Optional(drivers.cost),
    entries: Type.Optional(drivers.entries),
  },
  closed,
);

const bandSchema = Type.Object(
  {
    id,
    years: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MOST_BAND_YEARS,
        description: 'Years of age that it spans; absent where nobody leaves it by ageing',
      }),
    ),
    costWeight: Type.String({
      format: 'decimal',
      examples: ['1.45'],
      description: 'Cost of a person beside the other bands',
    }),
    costAbove: Type.String({
      format: 'percentage',
      examples: ['0.5%'],
      description: 'Growth of cost above `cost`',
    }),
    exits: Type.String({
      format: 'percentage',
      examples: ['0.4%'],
      description: 'Share that dies or leaves in a year',
    }),
    contributing: Type.String({
      format: 'percentage',
      examples: ['100%'],
      description: 'Share that contributes',
    }),
    entering: Type.String({
      format: 'percentage',
      examples: ['70%'],
      description: 'Share of the newly enrolled',
    }),
    basis,
  },
  closed,
);

const ruleSchema = Type.Object({ from: year, values: replacedValuesSchema, basis }, closed);
const floorSchema = Type.Object(
  { months: Type.String({ format: 'months', examples: ['6'] }), basis },
  { description: "Months payable that no pool is to fall below; else the pack's own target", ...closed },
);

/** Without a name of its own: a validator knows each name once, and `adjust` has this one. */
const figuresSchema = Type.Object(adjustmentRequestSchema.properties, closed);

/** What carries the figures of a year on. */
const outlookSchema = Type.Object(
  {
    bands: Type.Array(bandSchema, { minItems: 1, maxItems: MOST_BANDS }),
    drivers: Type.Object(drivers, closed),
    pools: Type.Array(
      Type.Object(
        {
          id,
          persons: Type.Record(Type.String(), Type.Integer({ minimum: 0, maximum: MOST_PERSONS }), {
            description: 'Persons by band in the first year',
          }),
          drivers: Type.Optional(someDrivers),
        },
        closed,
      ),
      { minItems: 1 },
    ),
    rules: Type.Optional(Type.Array(ruleSchema, { description: 'Policy values replaced from a year on' })),
  },
  closed,
);
const schemeSchema = Type.Object({ figures: figuresSchema, ...outlookSchema.properties }, closed);
const years = Type.Integer({ minimum: 1, maximum: MOST_YEARS, description: 'The first year included' });

/** What is asked for where the figures of the first year are taken from a year of adjustment or a run. */
export const fundOutlookSchema = Type.Object(
  { years, floor: Type.Optional(floorSchema), scheme: outlookSchema },
  { title: 'Input of tongchou project on the figures of a year or run', ...closed },
);

/** Input of `tongchou project`: real figures of the first year and the drivers that carry them on. */
export const fundProjectionRequestSchema = Type.Object(
  {
    years,
    floor: Type.Optional(floorSchema),
    schemes: Type.Array(schemeSchema, { minItems: 1, maxItems: 2 }),
  },
  { $id: 'FundProjectionRequest', title: 'Input of tongchou project', ...closed },
);

/** What a scenario has instead. */
export const fundScenarioSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    floor: Type.Optional(floorSchema),
    schemes: Type.Array(
      Type.Object(
        {
          scheme: Type.Enum(['employee', 'resident'] as const),
          drivers: Type.Optional(someDrivers),
          pools: Type.Optional(Type.Array(Type.Object({ id, drivers: someDrivers }, closed))),
          rules: Type.Optional(Type.Array(ruleSchema)),
        },
        closed,
      ),
      { minItems: 1, maxItems: 2 },
    ),
  },
  { $id: 'FundScenario', title: 'Scenario of tongchou project', ...closed },
);

/** How many paths, and the seed that they are drawn from. */
export const fanRequestSchema = Type.Object(
  {
    paths: Type.Integer({ minimum: 1, maximum: MOST_PATHS }),
    seed: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  },
  closed,
);
