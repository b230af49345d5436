import { allow, refuse, type Decision } from '#kernel/decision';
import { fen, type Fen } from '#kernel/fen';
import { plainDate } from '#kernel/plain-date';
import { rational } from '#kernel/rational';
import { createFormulaBuilder, type FormulaBuilder } from '#rules/formula/builder';
import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaFigure } from '#rules/formula/figure';
import type { Formula, NodeName } from '#rules/formula/node';
import type { ValueShape } from '#rules/formula/value-shape';
import type { ValueVector } from '#rules/formula/value-vector';
import { runFormula, type FormulaResult } from '#rules/targets/oracle';
import { parseQuantity, type Unit } from '#rules/value/quantity';
import { toldRefusals } from '#tests/support/told-refusals';

/** Values of an invented place for formulas of a few nodes. */
const FIGURES: Readonly<Record<string, readonly [Unit, string]>> = {
  share: ['rate', '60%'],
  first: ['fen', '100.00'],
  second: ['fen', '300.00'],
  falling: ['fen', '50.00'],
  huge: ['fen', '90000000.00'],
  ceiling: ['fen', '20.00'],
};
const SHAPES: Readonly<Record<string, ValueShape>> = {
  share: { unit: 'rate', axes: [] },
  first: { unit: 'fen', axes: [] },
  second: { unit: 'fen', axes: [] },
  falling: { unit: 'fen', axes: [] },
  huge: { unit: 'fen', axes: [] },
  ceiling: { unit: 'fen', axes: [{ name: 'tier', members: ['p', 'q'] }] },
};

export const values: ValueVector = {
  read: (name) => {
    const figure = FIGURES[name];
    const label = { zh: name, en: name };
    if (figure === undefined) return refuse({ code: 'no_figure', at: name, what: label, next: label });
    const quantity = parseQuantity(...figure);
    if (typeof quantity === 'string') throw new Error(quantity);
    return allow({ name, label, quantity, standing: 'stated', cite: ['V-1'] });
  },
};

export const shapes = (value: string): ValueShape | undefined => SHAPES[value];

export const named = (id: string): NodeName => ({ name: id, label: { zh: `【${id}】`, en: `the ${id}` } });

type Write = (f: Operators, builder: FormulaBuilder) => Expr;

/** Builds a formula with one output `x`, or tells what is wrong with it. */
export function build(write: Write): Decision<Formula> {
  const builder = createFormulaBuilder('test', shapes);
  builder.output('x', write(builder.citing({ cite: ['C-1'], readings: [] }), builder));
  return builder.build();
}

export function formulaOf(write: Write): Formula {
  const built = build(write);
  if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
  return built.value;
}

/** What is wrong with a formula, as `place: what`. */
export function faultsOf(write: Write): readonly string[] {
  const built = build(write);
  if (built.allowed) return [];
  toldRefusals(built.refusals);
  return built.refusals.map(({ at, what }) => `${at}: ${what.en}`);
}

export type Given = Readonly<Record<string, FormulaFigure>>;

export function run(
  formula: Formula,
  inputs: Given = {},
  totals?: Readonly<Record<string, bigint>>,
): Decision<FormulaResult> {
  return runFormula(formula, {
    inputs: new Map(Object.entries(inputs)),
    values,
    ...(totals === undefined
      ? {}
      : {
          totals: new Map<string, Fen>(Object.entries(totals).map(([name, total]) => [name, fen(total)])),
        }),
  });
}

/** The output of a row, or the codes and places of its refusals. */
export function x(
  formula: Formula,
  inputs: Given = {},
  totals?: Readonly<Record<string, bigint>>,
): FormulaFigure | readonly string[] | undefined {
  const result = run(formula, inputs, totals);
  return result.allowed ? result.value.outputs.get('x') : toldRefusals(result.refusals);
}

export const money = (amount: bigint): FormulaFigure => ({ unit: 'fen', fen: fen(amount) });
export const count = (value: bigint): FormulaFigure => ({ unit: 'count', count: rational(value) });
export const flag = (holds: boolean): FormulaFigure => ({ unit: 'truth', holds });
export const choice = (option: string): FormulaFigure => ({ unit: 'choice', choice: option });
export const day = (year: number, month: number, date: number): FormulaFigure => ({
  unit: 'date',
  date: plainDate(year, month, date),
});
