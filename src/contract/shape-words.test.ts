import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { checkShape } from '#contract/check-shape';

const SCHEMA = Type.Object({
  kind: Type.Optional(Type.Enum(['resident', 'employee'] as const)),
  name: Type.Optional(Type.String({ minLength: 2, maxLength: 3, pattern: '^[a-z]*$' })),
  count: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
  list: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
  either: Type.Optional(Type.Union([Type.Literal('a'), Type.Integer()])),
});

it.each([
  [{ kind: 'flexible' }, '须为以下之一：resident、employee'],
  [{ name: 'a' }, '至少 2 个字'],
  [{ name: 'abcd' }, '至多 3 个字'],
  [{ name: 'AB' }, '写法须合 ^[a-z]*$'],
  [{ count: 0 }, '不得小于 1'],
  [{ count: 10 }, '不得大于 9'],
  [{ count: 'x' }, '应为整数'],
  [{ list: [] }, '至少 1 项'],
  [{ either: true }, '不合任何一种允许的写法'],
])(
  'a refusal of a shape is told in plain words of either language, with nothing of the validator: %j',
  (content, told) => {
    const checked = checkShape(SCHEMA, content);
    const texts = checked.allowed ? [] : checked.refusals.map(({ what }) => what.zh);
    expect(texts.some((text) => text.includes(told))).toBe(true);
    expect(texts.join()).not.toMatch(/must|equal|allowed/);
    const english = checked.allowed ? [] : checked.refusals.map(({ what }) => what.en);
    expect(english.join()).not.toMatch(/must NOT|[\u4e00-\u9fff]/);
  },
);
