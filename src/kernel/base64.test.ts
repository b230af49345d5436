import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '#kernel/base64';

describe('bytes out of base64', () => {
  it('are those that were written, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it.each(['a', 'ab', 'abc', 'ab=c', 'a===', 'ab-_', 'abcd=', ' abcd'])('are none of %j', (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });
});
