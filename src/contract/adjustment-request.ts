import { Type } from 'typebox';

/** Text of an amount in yuan with at most two decimals. What the text says is checked when it is read. */
const amount = (description: string): ReturnType<typeof Type.String> =>
  Type.String({ format: 'yuan', description, examples: ['1234.50'] });
const percentage = Type.String({ format: 'percentage', examples: ['3%'] });
const poolId = Type.String({ minLength: 1, maxLength: 64 });
const closed = { additionalProperties: false };

const conditions = Type.Object(
  {
    levyPaid: Type.Boolean(),
    breachesCorrected: Type.Boolean(),
    budgetMet: Type.Boolean(),
    enrolmentMet: Type.Boolean(),
    subsidyPaid: Type.Boolean(),
  },
  closed,
);

const poolFields = {
  id: poolId,
  collections: Type.Optional(amount('Premiums of the year, those paid by others included, subsidies not')),
  priorCollections: Type.Optional(amount("Last year's collections (or premium revenue)")),
  revenue: Type.Optional(amount('All pooled income of the year before adjustment')),
  expenditure: Type.Optional(amount('Benefit and other pooled spending, without levy and allocation')),
  openingBalance: Type.Optional(
    amount('Accumulated pooled balance at the start of the year; may be negative'),
  ),
  legacyBalance: Type.Optional(amount('Part of the opening balance from before pooling')),
  priorLevy: Type.Optional(amount("The pool's levy of last year")),
  insured: Type.Optional(Type.Integer({ minimum: 0 })),
  breachLoss: Type.Optional(amount('Loss from spending in breach of rules')),
  assessmentScore: Type.Optional(Type.String({ format: 'score', examples: ['87.5'] })),
  gapCause: Type.Optional(Type.Enum(['policy', 'emergency', 'proper', 'dependency', 'other'] as const)),
  kind: Type.Optional(Type.Enum(['county', 'district'] as const)),
  class: Type.Optional(Type.Enum([1, 2, 3] as const)),
  collectionTask: Type.Optional(amount("The year's collection task")),
  auditedPriorGap: Type.Optional(amount('Audited gap from before pooling that is due this year')),
  bondsRealised: Type.Optional(amount('Bonds realised')),
  sameLevelSubsidy: Type.Optional(amount('Subsidy of the same level')),
  treasuryCover: Type.Optional(amount("Local treasury's cover of the deficit after the levy")),
  emergency: Type.Optional(amount('Amount applied for in an emergency, at actual need')),
  emergencyCause: Type.Optional(Type.Enum(['public_health', 'policy', 'other'] as const)),
  conditions: Type.Optional(conditions),
};

/** Figures that may replace a pack's own; which of them a pack has is its own to say. */
export const replacedValueFields = {
  levy_rate: Type.Optional(percentage),
  gap_share: Type.Optional(percentage),
  reserve_share: Type.Optional(percentage),
  incentive_share: Type.Optional(percentage),
  target_months: Type.Optional(Type.String({ format: 'months', examples: ['9'] })),
};

export const replacedValuesSchema = Type.Object(replacedValueFields, closed);

/** Input of `tongchou adjust`: one insurance type and year. Which pool fields are needed is the pack's to say. */
export const adjustmentRequestSchema = Type.Object(
  {
    year: Type.Integer(),
    scheme: Type.Enum(['employee', 'resident'] as const),
    values: Type.Optional(Type.Object(replacedValueFields, closed)),
    fund: Type.Object(
      {
        openingBalance: amount("The fund's opening balance"),
        interest: amount("The fund's interest"),
        otherIncome: amount("The fund's other income"),
      },
      closed,
    ),
    pools: Type.Array(Type.Object(poolFields, closed), { minItems: 1 }),
    recoveries: Type.Optional(
      Type.Array(
        Type.Object(
          { placeOfCare: poolId, placeOfInsurance: poolId, amount: amount('Recovered in the year') },
          closed,
        ),
      ),
    ),
    reserveReleases: Type.Optional(
      Type.Array(
        Type.Object(
          {
            pool: poolId,
            amount: amount('Released to the pool'),
            cause: Type.Enum(['epidemic', 'disaster', 'sudden'] as const),
          },
          closed,
        ),
      ),
    ),
  },
  { $id: 'AdjustmentRequest', title: 'Input of tongchou adjust', ...closed },
);
