import { Type } from 'typebox';
import { closed } from '#contract/common';

/** A line in of `tongchou contribute`: a person's month, or a resident's year of cover. Which fields are needed follows from the pack. */
export const contributionLineSchema = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 64 }),
    kind: Type.Enum(['employee', 'flexible', 'resident', 'retiree'] as const),
    employerKind: Type.Optional(Type.Enum(['ordinary', 'state_paid_maternity'] as const)),
    monthlyWage: Type.Optional(
      Type.String({
        format: 'yuan',
        description:
          "What the base is built from: last year's monthly average, the first month's of a new employee, the declared base of a flexible worker",
        examples: ['6500.00'],
      }),
    ),
    personalAccount: Type.Optional(Type.Boolean({ description: 'Of a flexible worker who may choose' })),
    aid: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        description: 'Category of the pack; absent or "none" for a person without aid',
      }),
    ),
    tier: Type.Optional(Type.Enum([1, 2, 3] as const)),
    residencePermit: Type.Optional(
      Type.Boolean({ description: 'Absent for a person who does not join by a residence permit' }),
    ),
    month: Type.Optional(
      Type.String({ format: 'month', description: 'Needed of all but residents', examples: ['2024-03'] }),
    ),
    year: Type.Optional(
      Type.Integer({ description: "A resident's year of cover; that of --year where it is not given" }),
    ),
  },
  { $id: 'ContributionLine', title: 'A line in of tongchou contribute', ...closed },
);
