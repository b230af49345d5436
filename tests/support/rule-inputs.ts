import type { Expr, Operators } from '#rules/formula/expression';
import type { NodeName } from '#rules/formula/node';
import { SIDES, SIZES } from '#tests/support/rule-values';

export function named(id: string): NodeName {
  return { name: id, label: { zh: id, en: id } };
}

const SMALL = { atLeast: '0.00', atMost: '6.00' };
const BILL = { atLeast: '0.00', atMost: '60.00' };
const VAST = { atLeast: '0.00', atMost: '90000000000000.00' };
const NEAR = { atLeast: '2019-12-30', atMost: '2024-03-03' };

/** An amount on both sides of zero: what a row gives is never below it. */
export function signed(f: Operators, field: string): Expr<'fen'> {
  return f.subtract(f.input(field, 'fen', named(field), SMALL), f.constant('fen', '3.00'));
}

export const a = (f: Operators): Expr<'fen'> => signed(f, 'a');
export const b = (f: Operators): Expr<'fen'> => signed(f, 'b');
export const c = (f: Operators): Expr<'fen'> => signed(f, 'c');
export const bill = (f: Operators): Expr<'fen'> => f.input('bill', 'fen', named('bill'), BILL);
export const penny = (f: Operators): Expr<'fen'> =>
  f.input('penny', 'fen', named('penny'), { atLeast: '0.00', atMost: '0.03' });
export const vast = (f: Operators): Expr<'fen'> =>
  f.subtract(f.input('vast', 'fen', named('vast'), VAST), f.constant('fen', '1000000.00'));
/** Two of these are beyond what a double holds. */
const GREAT = { atLeast: '80000000000000.00', atMost: '90000000000000.00' };
export const great = (f: Operators): Expr<'fen'> => f.input('great', 'fen', named('great'), GREAT);
export const other = (f: Operators): Expr<'fen'> => f.input('other', 'fen', named('other'), GREAT);
export const yes = (f: Operators): Expr<'truth'> => f.input('yes', 'truth', named('yes'));
export const no = (f: Operators): Expr<'truth'> => f.input('no', 'truth', named('no'));
export const count = (f: Operators): Expr<'count'> => f.input('count', 'count', named('count'));
export const rate = (f: Operators): Expr<'rate'> => f.input('rate', 'rate', named('rate'));
export const side = (f: Operators): Expr<'choice'> => f.input('side', 'choice', named('side'), SIDES);
export const size = (f: Operators): Expr<'choice'> => f.input('size', 'choice', named('size'), SIZES);
export const only = (f: Operators, option: string): Expr<'choice'> => f.constant('choice', option);
export const from = (f: Operators): Expr<'date'> => f.input('from', 'date', named('from'), NEAR);
export const early = (f: Operators): Expr<'date'> => f.input('early', 'date', named('early'));
export const to = (f: Operators): Expr<'date'> => f.input('to', 'date', named('to'));
