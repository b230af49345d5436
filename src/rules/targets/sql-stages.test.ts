import { describe, expect, it } from 'vitest';
import { stageTerms, type StagedTerms } from '#rules/targets/sql-stages';
import { Terms, type Term } from '#rules/targets/sql-terms';

function staged(write: (terms: Terms) => readonly Term[]): StagedTerms {
  const terms = new Terms();
  return stageTerms(terms, write(terms));
}

/** A step that takes another one alone, so many times over. */
function nested(terms: Terms, times: number): Term {
  return Array.from({ length: times }).reduce<Term>(
    (inner, _, at) => terms.plain`f${BigInt(at)}(${inner})`,
    terms.source('x'),
  );
}

const columnsOf = ({ stages }: StagedTerms): readonly string[] =>
  stages.flatMap(({ reckoned }) => reckoned.map(({ text }) => text));

describe('a step is written where it is used, unless', () => {
  it('it would stand too deep: at 24 it becomes a column', () => {
    expect(columnsOf(staged((terms) => [nested(terms, 23)]))).toEqual([]);
    const [column, ...others] = columnsOf(staged((terms) => [nested(terms, 24)]));
    expect(others).toEqual([]);
    expect(column).toMatch(/^f23\(f22\(/);
    expect(columnsOf(staged((terms) => [nested(terms, 49)]))).toHaveLength(2);
  });

  it('it is used again and dearer than a few steps', () => {
    const twice = (terms: Terms, inner: Term): readonly Term[] => [
      terms.plain`g(${inner})`,
      terms.plain`h(${inner})`,
    ];
    const from = (terms: Terms): Term => terms.cell`${terms.source('c')}[${terms.source('x')}]`;
    const sum = (terms: Terms, count: number): Term =>
      terms.joined(
        '+',
        Array.from({ length: count }, (_, at) => terms.plain`${from(terms)}${`_${at}`}`),
      );
    const few = staged((terms) =>
      twice(terms, terms.plain`(${from(terms)} + ${from(terms)} + ${from(terms)} + ${from(terms)})`),
    );
    expect(columnsOf(few)).toEqual(['c[x]']);
    const more = staged((terms) => twice(terms, sum(terms, 3)));
    expect(columnsOf(more)).toHaveLength(2);
  });

  it('of what the rows bring, eight steps are written again', () => {
    const twice = (count: number): StagedTerms =>
      staged((terms) => {
        const sum = terms.joined(
          '+',
          Array.from({ length: count }, (_, at) => terms.source(`x${at}`)),
        );
        return [terms.plain`g(${sum})`, terms.plain`h(${sum})`];
      });
    expect(columnsOf(twice(9))).toEqual([]);
    expect(columnsOf(twice(10))).toHaveLength(1);
  });

  it('a number counts for nothing, and stands nowhere else', () => {
    const { stages, sources, texts } = staged((terms) => {
      const sum = terms.joined(
        '+',
        Array.from({ length: 9 }, () => terms.constant('7')),
      );
      return [terms.plain`g(${sum}, ${terms.source('x')})`, terms.plain`h(${sum})`];
    });
    expect([stages, sources]).toEqual([[], ['x']]);
    expect(texts[1]).toBe('h((7 + 7 + 7 + 7 + 7 + 7 + 7 + 7 + 7))');
  });

  it('it is reckoned over several rows or picked from a table', () => {
    const { stages, texts } = staged((terms) => {
      const cell = terms.cell`${terms.source('c')}[${terms.source('x')}]`;
      return [terms.plain`f(${terms.window`sum(${cell})`}, ${terms.source('x')})`];
    });
    expect(
      stages.map(({ reckoned, handedOn, hasWindow }) => [
        reckoned.map(({ text }) => text),
        handedOn,
        hasWindow,
      ]),
    ).toEqual([
      [['c[x]'], ['x'], false],
      [['sum(n2)'], ['x'], true],
    ]);
    expect(texts).toEqual(['f(n3, x)']);
  });
});

describe('columns are handed on', () => {
  it('from the stage that gives them to the last that reads them', () => {
    const { stages } = staged((terms) => {
      const over = (inner: Term): Term => terms.window`sum(${inner})`;
      const [a, b] = [terms.source('a'), terms.source('b')];
      const first = over(a);
      const second = over(terms.plain`f(${first}, ${b})`);
      const third = over(terms.plain`g(${second}, ${first})`);
      return [terms.plain`h(${third}, ${second})`];
    });
    expect(stages.map(({ handedOn }) => handedOn)).toEqual([['b'], ['n2'], ['n4']]);
  });
});

it('a formula so deep that its stages come near the limits of engines writes more of its steps again', () => {
  const doubled = (times: number): number =>
    staged((terms) => [
      Array.from({ length: times }).reduce<Term>(
        (inner) => terms.plain`(${inner} + ${inner})`,
        terms.cell`${terms.source('c')}[1]`,
      ),
    ]).stages.length;
  expect([600, 603, 1000, 1005].map(doubled)).toEqual([200, 121, 200, 144]);
});
