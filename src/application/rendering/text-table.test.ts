import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, renderTextTable } from '#application/rendering/text-table';

describe('a plain-text table', () => {
  it('counts a Chinese character as two columns and a Latin letter as one', () => {
    expect(displayWidth('职工')).toBe(4);
    expect(displayWidth('（万元）')).toBe(8);
    expect(displayWidth('9.00 月')).toBe(7);
    expect(displayWidth('e\u0301')).toBe(1);
  });

  it('stands words to the left and figures to the right', () => {
    const table = renderTextTable(
      [
        { header: '统筹区', align: 'left' },
        { header: '上解', align: 'right' },
      ],
      [
        ['南昌市', '1,234.50'],
        ['Xinyu', '7.00'],
      ],
    );
    expect(table).toBe(
      ['统筹区      上解', '──────  ────────', '南昌市  1,234.50', 'Xinyu       7.00'].join('\n'),
    );
  });

  it('shows the headers alone when there is no row', () => {
    expect(renderTextTable([{ header: 'a', align: 'left' }], [])).toBe('a\n─');
  });

  it('ends every line of right-aligned last cells in the same column', () => {
    const cell = fc.stringMatching(/^[a-z0-9职工居民。]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const lines = renderTextTable(
          [
            { header: 'a', align: 'left' },
            { header: 'b', align: 'right' },
          ],
          rows,
        ).split('\n');
        expect(new Set(lines.map(displayWidth)).size).toBe(1);
      }),
    );
  });
});
