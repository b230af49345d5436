import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bothLines, lineIn } from '#kernel/bilingual';

it('each language is found again in what was stored as both', () => {
  const line = fc.string().filter((text) => !text.includes('\n'));
  fc.assert(
    fc.property(line, line, (zh, en) => {
      expect(lineIn(bothLines({ zh, en }), 'zh')).toBe(zh);
      expect(lineIn(bothLines({ zh, en }), 'en')).toBe(en);
    }),
  );
});

it('a text of one line, or of many, is nobody’s translation and is given whole', () => {
  for (const text of ['虚构数据', 'one\ntwo\nthree', '']) expect(lineIn(text, 'en')).toBe(text);
});
