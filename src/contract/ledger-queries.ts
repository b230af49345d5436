import { Type } from 'typebox';
import { closed } from '#contract/common';
import { insuranceTypeSchema, monthSchema, numberSchema, packRefSchema } from '#contract/ledger';
import { poolIdSchema } from '#contract/places';

const text = Type.String({ minLength: 1, maxLength: 200 });

export const packQuerySchema = Type.Object({ pack: packRefSchema }, closed);

const ofPool = {
  pool: Type.Optional(poolIdSchema),
  insuranceType: Type.Optional(insuranceTypeSchema),
};

export const balanceQuerySchema = Type.Object(ofPool, closed);

export const obligationQuerySchema = Type.Object({ ...ofPool, counterparty: Type.Optional(text) }, closed);

export const eventQuerySchema = Type.Object(
  {
    ...ofPool,
    book: Type.Optional(Type.Enum(['cash', 'obligation'] as const)),
    account: Type.Optional(text),
    fund: Type.Optional(text),
    source: Type.Optional(text),
    fromMonth: Type.Optional(monthSchema),
    toMonth: Type.Optional(monthSchema),
    counterparty: Type.Optional(text),
    template: Type.Optional(text),
    after: Type.Optional(numberSchema),
    limit: Type.Optional(
      Type.String({ pattern: '^[1-9]\\d{0,2}$', description: '1 to 999; 100 unless told' }),
    ),
  },
  closed,
);

export const approvalQuerySchema = Type.Object(
  { open: Type.Optional(Type.Literal('true')), below: Type.Optional(numberSchema) },
  closed,
);

export const eventParams = Type.Object({ number: numberSchema });
export const poolParams = Type.Object({ pool: poolIdSchema });
export const yearParams = Type.Object({
  pool: poolIdSchema,
  type: insuranceTypeSchema,
  year: Type.String({ pattern: '^[0-9]{4}$', description: 'Year of the books' }),
});

export const monthParams = Type.Object({
  pool: poolIdSchema,
  type: insuranceTypeSchema,
  month: monthSchema,
});
