import { expect, it } from 'vitest';
import { statementFaulty } from '#application/statement/refusals';
import { fen } from '#kernel/fen';

it('NAT-28.10: what must hold and does not is told once, its places by their names in the reader’s language', () => {
  const failures = Array.from({ length: 7 }, (_, index) => ({
    at: `east 4001 pooled ${index}`,
    name: { zh: `东市 · 4001 社会保险费收入 ${index}`, en: `East · 4001 Premiums ${index}` },
    line: null,
    difference: fen(-3_249_63n),
  }));
  const name = { zh: '收支科目年末已结转', en: 'income and expenditure are closed at year end' };
  const { at, what } = statementFaulty({ form: 'books', id: 'year_closed', name, checked: 9, failures });
  expect(at).toBe('books year_closed');
  expect(what.zh).toMatch(
    /^勾稽关系不成立：收支科目年末已结转（相差：东市 · 4001 社会保险费收入 0 -3,249\.63；.*；另有 2 处）$/,
  );
  expect(what.en).toMatch(/East · 4001 Premiums 4 -3,249\.63; and 2 more\)$/);
  expect(what.zh).not.toContain('Premiums');
});
