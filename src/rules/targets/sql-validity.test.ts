import { describe, expect, it } from 'vitest';
import { Terms } from '#rules/targets/sql-terms';
import { allValid, asTerm, chosenValid, type Validity } from '#rules/targets/sql-validity';

function conditions(count: number): { readonly terms: Terms; readonly list: readonly number[] } {
  const terms = new Terms();
  return { terms, list: Array.from({ length: count }, (_, at) => terms.source(`c${at}`).term) };
}

describe('what several figures need is asked once', () => {
  it('conditions are kept in one order, whoever needs them first', () => {
    const { terms, list } = conditions(12);
    const [a = -1, b = -1, , , , , , , , , , k = -1] = list;
    expect(allValid(terms, [[k, b], [b], [a, k]])).toEqual([a, b, k]);
  });

  it('six conditions are kept apart; of seven one is made', () => {
    const { terms, list } = conditions(7);
    expect(allValid(terms, [list.slice(0, 6)])).toEqual(list.slice(0, 6));
    expect(allValid(terms, [list])).toEqual([asTerm(terms, list).term]);
  });

  it('what a condition made of several says is not said beside it, however deep it was made', () => {
    const { terms, list } = conditions(20);
    const seven = allValid(terms, [list.slice(0, 7)]);
    expect(allValid(terms, [seven, list.slice(2, 5)])).toEqual(seven);
    const more = allValid(terms, [seven, list.slice(7, 14)]);
    expect(more).toHaveLength(1);
    expect(allValid(terms, [list.slice(3, 12), more])).toEqual(more);
    expect(allValid(terms, [more, [list[19] ?? -1]])).toHaveLength(2);
  });
});

describe('what is chosen needs what the way taken needs', () => {
  const choose =
    (terms: Terms) =>
    (truths: readonly { readonly term: number }[]): { readonly term: number } =>
      terms.between(['choose(', ...truths.slice(1).map(() => ', '), ')'], truths);
  const chosen = (terms: Terms, needed: Validity, ...ways: readonly Validity[]): Validity =>
    chosenValid(terms, needed, ways, choose(terms));

  it('ways that need the same ask no question', () => {
    const { terms, list } = conditions(2);
    const [a = -1, b = -1] = list;
    expect(chosen(terms, [a], [b], [b])).toEqual([a, b]);
    expect(chosen(terms, [a], [], [])).toEqual([a]);
  });

  it('a way asks only for what neither the question nor every way needs', () => {
    const { terms, list } = conditions(4);
    const [a = -1, b = -1, c = -1, d = -1] = list;
    const way = choose(terms)([{ term: c }, { term: d }]);
    expect(chosen(terms, [a], [a, b, c], [a, b, d])).toEqual([a, b, way.term]);
  });
});
