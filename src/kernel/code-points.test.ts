import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareCodePoints } from '#kernel/code-points';

/** U+FF5E lies before U+1F600, but its UTF-16 unit lies after the first unit of the pair. */
const FULLWIDTH_TILDE: string = '\uFF5E';
const GRINNING_FACE: string = '\u{1F600}';

const wellFormed = fc.string({ unit: 'binary' });

describe('compareCodePoints', () => {
  it('texts are ordered by code point, not by UTF-16 unit', () => {
    expect(FULLWIDTH_TILDE < GRINNING_FACE).toBe(false);
    expect(compareCodePoints(FULLWIDTH_TILDE, GRINNING_FACE)).toBeLessThan(0);
  });

  it('digits are characters: "10" stands before "9"', () => {
    expect(compareCodePoints('10', '9')).toBeLessThan(0);
  });

  it('a text stands after every beginning of itself', () => {
    fc.assert(
      fc.property(wellFormed, fc.string({ unit: 'binary', minLength: 1 }), (start, rest) => {
        expect(compareCodePoints(start, start + rest)).toBeLessThan(0);
        expect(compareCodePoints(start + rest, start)).toBeGreaterThan(0);
      }),
    );
  });

  it('the order of code points is the order of UTF-8 bytes', () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  it('only equal texts compare as equal, even with half a surrogate pair', () => {
    const anyUnits = fc.string({
      unit: fc.integer({ min: 0xd7fe, max: 0xe001 }).map((u) => String.fromCharCode(u)),
    });
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        expect(compareCodePoints(a, b) === 0).toBe(a === b);
        expect(compareCodePoints(a, a)).toBe(0);
      }),
    );
  });

  it('the order of two texts turns round when they change places', () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, (a, b) => {
        expect(compareCodePoints(a, b) + compareCodePoints(b, a)).toBe(0);
      }),
    );
  });
});
