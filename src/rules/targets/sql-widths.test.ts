import { describe, expect, it } from 'vitest';
import type { Expr, Operators } from '#rules/formula/expression';
import { planTargets } from '#rules/targets/plan';
import { DIALECTS } from '#rules/targets/sql-dialect';
import { sqlWidthsOf, type SqlWidths } from '#rules/targets/sql-widths';
import { formulaOf, named } from '#tests/support/small-formula';

/** 64 bits hold nine times as much, not ten times. */
const PARTS = 10n ** 18n;
const yuan = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
const fen = (f: Operators, id: string, atMost: bigint): Expr<'fen'> =>
  f.input(id, 'fen', named(id), { atLeast: '0.00', atMost: yuan(atMost) });
const none = (f: Operators): Expr<'fen'> => f.constant('fen', '0.00');
const rate = (f: Operators): Expr<'rate'> => f.input('rate', 'rate', named('rate'));
/** An amount in parts of 10^−18 fen. */
const fine = (f: Operators, id: string, atMost: bigint): Expr<'exact'> =>
  f.timesRate(f.timesRate(f.timesRate(fen(f, id, atMost), rate(f)), rate(f)), rate(f));
const isBelow = (f: Operators, a: Expr<'fen'>, b: Expr<'fen'>): Expr<'truth'> => f.compare(a, 'below', b);

/** The widths of a figure that an output needs, and its node. */
function widthsOf(write: (f: Operators) => Expr): { readonly widths: SqlWidths; readonly node: number } {
  let node = -1;
  const formula = formulaOf((f) => {
    const written = write(f);
    ({ node } = written);
    return f.if(f.compare(written, 'equals', written), f.constant('fen', '1.00'), none(f), named('x'));
  });
  return { widths: sqlWidthsOf(planTargets(formula), DIALECTS.postgres), node };
}

describe('64 bits hold what is proved to fit, with all that reckoning it passes through', () => {
  it.each<[string, bigint, (f: Operators, most: bigint) => Expr]>([
    [
      'figures that are compared, side by side',
      5n,
      (f, most) => f.compare(fine(f, 'a', most), 'below', fine(f, 'b', 4n)),
    ],
    ['a sum beside its parts', 2n, (f, most) => f.add([fine(f, 'a', most), fine(f, 'b', 2n)])],
    [
      'a rounded figure: twice itself, and four wholes',
      2n,
      (f, most) => f.round(fine(f, 'a', most), 'half_up'),
    ],
    [
      'a divided part: twice the product',
      9_000_000_000_000_000n,
      (f, most) =>
        f.mulDiv(fen(f, 'a', most), f.constant('count', '512'), f.constant('count', '3'), 'half_up'),
    ],
    [
      'a scale: the stretch at all rates, and itself',
      3_000_000_000_000n,
      (f, most) => {
        const bands = { thresholds: [f.constant('fen', '0.07')], rates: [rate(f), rate(f)] } as const;
        return f.marginal(none(f), fen(f, 'to', most), bands);
      },
    ],
  ])('%s', (_, most, write) => {
    const at = (size: bigint): string => {
      const { widths, node } = widthsOf((f) => write(f, size));
      return widths.reckoned(node);
    };
    expect([at(most), at(most + (most > 9n ? most / 30n : 1n))]).toEqual(['narrow', 'wide']);
  });

  it('a stretch that is added to its beginning is as long as what is added', () => {
    const { widths, node } = widthsOf((f) => {
      const from = fen(f, 'from', 9_000_000_000_000n);
      const bands = { thresholds: [f.constant('fen', '0.07')], rates: [rate(f), rate(f)] } as const;
      return f.marginal(from, f.add([from, fen(f, 'more', 100n)]), bands);
    });
    expect(widths.reckoned(node)).toBe('narrow');
  });

  it('what is held narrow may be reckoned wide', () => {
    const { widths, node } = widthsOf((f) =>
      f.min(f.add([fine(f, 'a', 9n), fine(f, 'b', 9n)]), fine(f, 'c', 4n)),
    );
    expect([widths.held(node), widths.reckoned(node), widths.sizeOf(node, PARTS)]).toEqual([
      'narrow',
      'wide',
      4n * PARTS,
    ]);
  });
});

describe('an engine reckons the way that is not taken too', () => {
  it('what a condition says of a figure does not count', () => {
    const { widths, node } = widthsOf((f) => {
      const a = fen(f, 'a', 900n);
      return f.if(isBelow(f, a, f.constant('fen', '1.00')), a, none(f));
    });
    expect(widths.sizeOf(node, 10n)).toBe(9_000n);
  });

  it('what nothing else bounds is wide; a truth is no number', () => {
    const { widths, node } = widthsOf((f) => {
      const by = fen(f, 'by', 900n);
      const above = f.if(isBelow(f, none(f), by), by, f.constant('fen', '0.01'));
      return f.mulDiv(fen(f, 'a', 5n), fen(f, 'times', 5n), above, 'down');
    });
    expect([widths.sizeOf(node, 1n) > 9n * PARTS, widths.held(node)]).toEqual([true, 'wide']);
    const truth = widthsOf((f) => f.input('truth', 'truth', named('truth')));
    expect(truth.widths.sizeOf(truth.node, 1n)).toBe(0n);
  });
});
