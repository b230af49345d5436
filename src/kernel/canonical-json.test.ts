import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { AssertionFailure } from '#kernel/assert';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';

const text = fc.string({ unit: 'binary' });

const { value: anyValue } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }),
  ),
}));

/** The same content with the members of every object written in the opposite order. */
function withKeysReversed(value: CanonicalValue): CanonicalValue {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, member === undefined ? undefined : withKeysReversed(member)]),
  );
}

describe('canonicalJson', () => {
  it('what is read back is what was written', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  it('the order in which members were written does not matter', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(canonicalJson(withKeysReversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('a text read and written again is the same text', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const once = canonicalJson(value);
        expect(canonicalJson(JSON.parse(once) as CanonicalValue)).toBe(once);
      }),
    );
  });

  it.each([5n, new Map([['a', 1]]), new Set(['a']), new Date(0)])(
    'what would be written as {} is refused, for an amount left as a bigint would be lost in silence: %s',
    (value) => {
      expect(() => canonicalJson({ member: value } as unknown as CanonicalValue)).toThrow(AssertionFailure);
    },
  );

  it('keys stand in code-point order, not in UTF-16 order', () => {
    const members = { '\u{1F600}': 1, '\uFF5E': 2, b: 3, a: 4 };
    expect(canonicalJson(members)).toBe('{"a":4,"b":3,"\uFF5E":2,"\u{1F600}":1}');
  });

  it('keys that look like numbers are texts: "10" stands before "9"', () => {
    expect(canonicalJson({ '9': 'nine', '10': 'ten' })).toBe('{"10":"ten","9":"nine"}');
  });

  it('the order of a list is content and is kept', () => {
    expect(canonicalJson([2, 10, 1])).toBe('[2,10,1]');
  });

  it('no space is written, and absent members are left out', () => {
    expect(canonicalJson({ pools: [{ id: '360100', levy: undefined }], year: 2024 })).toBe(
      '{"pools":[{"id":"360100"}],"year":2024}',
    );
  });

  it('null is content: it differs from an absent member', () => {
    expect(canonicalJson({ months: null })).toBe('{"months":null}');
    expect(canonicalJson({ months: undefined })).toBe('{}');
  });

  it('quotes, line ends and half surrogate pairs are escaped', () => {
    expect(canonicalJson('"\n\u{D800}')).toBe(String.raw`"\"\n\ud800"`);
  });

  it('zero has one text whatever its sign', () => {
    expect(canonicalJson(-0)).toBe('0');
  });

  it.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])(
    'the number %d is refused: fractions and large numbers travel as text',
    (number) => {
      expect(() => canonicalJson({ amount: [number] })).toThrow(AssertionFailure);
    },
  );

  it('money, dates as objects and undefined are no canonical values', () => {
    expectTypeOf<bigint>().not.toExtend<CanonicalValue>();
    expectTypeOf<Date>().not.toExtend<CanonicalValue>();
    expectTypeOf<undefined>().not.toExtend<CanonicalValue>();
  });
});
