import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { checkShape } from '#contract/check-shape';

const schema = Type.Object(
  {
    name: Type.String(),
    sizes: Type.Array(Type.Object({ size: Type.Integer() }, { additionalProperties: false })),
  },
  { additionalProperties: false },
);

describe('content is checked against a schema of the contract', () => {
  it('content in shape is given back', () => {
    const content = { name: 'a', sizes: [{ size: 1 }] };
    expect(checkShape(schema, content)).toEqual({ allowed: true, value: content });
  });

  it.each<[unknown, readonly string[]]>([
    [[], ['wrong_type ']],
    [null, ['wrong_type ']],
    ['text', ['wrong_type ']],
    [{}, ['missing_field name', 'missing_field sizes']],
    [
      { name: 1, sizes: [{}, { size: '1' }] },
      ['wrong_type name', 'missing_field sizes[0].size', 'wrong_type sizes[1].size'],
    ],
  ])('%j is told place by place', (content, expected) => {
    const shape = checkShape(schema, content);
    expect(shape.allowed ? [] : shape.refusals.map(({ code, at }) => `${code} ${at}`)).toEqual(expected);
  });

  it('a number where text belongs is told how an amount is written', () => {
    const shape = checkShape(schema, { name: 12.5, sizes: [] });
    expect(shape).toMatchObject({
      allowed: false,
      refusals: [{ next: { en: 'write amounts, rates and scores as text in quotes, such as "1234.50"' } }],
    });
  });

  it('the choices that there are stand in the refusal of one that there is not', () => {
    const shape = checkShape(Type.Object({ kind: Type.Enum(['a', 'b'] as const) }), { kind: 'c' });
    expect(shape.allowed ? '' : shape.refusals[0]?.what.en).toContain('a, b');
  });
});
