import { Type } from 'typebox';
import { closed } from '#contract/common';

const text = Type.String();

/** Where a figure of a year comes from. */
export const figureSourceSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('ledger'),
      block: Type.Union([text, Type.Null()]),
      through: text,
      basis: text,
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('matters'), matters: Type.Array(text), basis: text }, closed),
  Type.Object({ kind: Type.Literal('budget'), basis: text }, closed),
  Type.Object(
    { kind: Type.Literal('supervision'), cases: Type.Array(text, { description: 'Numbers of cases' }) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('attested'), document: text, documentHash: text }, closed),
]);
