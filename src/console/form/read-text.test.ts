import { expect, it } from 'vitest';
import { readText } from '#console/form/read-text.ts';

/** 户名不符 as a bank writes it in GB 18030. */
const GB18030 = new Uint8Array([0xbb, 0xa7, 0xc3, 0xfb, 0xb2, 0xbb, 0xb7, 0xfb]);

it('a file is read as UTF-8, else as GB 18030, and what is neither is not guessed at', () => {
  expect(readText(new TextEncoder().encode('户名不符'))).toBe('户名不符');
  expect(readText(GB18030)).toBe('户名不符');
  expect(readText(new Uint8Array([0xff, 0xff]))).toBeUndefined();
});
