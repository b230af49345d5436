import { describe, expect, expectTypeOf, it } from 'vitest';

import { assert, AssertionFailure, assertNever, present } from '#kernel/assert';
import { fen } from '#kernel/fen';

describe('assert', () => {
  it('a statement that holds passes in silence', () => {
    expect(() => assert(true, 'never said')).not.toThrow();
  });

  it('a broken statement throws an AssertionFailure that repeats it', () => {
    const broken = (): void => assert(false, 'weights are never negative');
    expect(broken).toThrow(AssertionFailure);
    expect(broken).toThrow('weights are never negative');
  });

  it('an assertion failure names itself, so that no log takes it for a refusal', () => {
    expect(new AssertionFailure('x').name).toBe('AssertionFailure');
    expect(new AssertionFailure('x')).toBeInstanceOf(Error);
  });

  it('what was asserted is known to the compiler afterwards', () => {
    const value = '' as string | number;
    assert(typeof value === 'string', 'value is text');
    expectTypeOf(value).toEqualTypeOf<string>();
  });
});

describe('assertNever', () => {
  it('a forgotten case is named', () => {
    expect(() => assertNever('emergency' as never)).toThrow(
      new AssertionFailure('unhandled case: "emergency"'),
    );
  });

  it('a forgotten case that holds money is named too', () => {
    expect(() => assertNever({ kind: 'levy', amount: fen(150n) } as never)).toThrow(
      new AssertionFailure('unhandled case: {"kind":"levy","amount":"150"}'),
    );
  });
});

describe('present', () => {
  it('a value that is there is given back, even when it is falsy', () => {
    for (const value of [0, 0n, '', false]) expect(present(value, 'a value')).toBe(value);
  });

  it.each([undefined, null])('%s is no value: the failure says what was expected', (absent) => {
    expect(() => present(absent, 'the pool 360100')).toThrow(
      new AssertionFailure('expected the pool 360100'),
    );
  });

  it('absence is gone from the type', () => {
    expectTypeOf(present<string>).returns.toEqualTypeOf<string>();
  });
});
