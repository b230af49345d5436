import { allow, refuse } from '#kernel/decision';
import type { ValueShape } from '#rules/formula/value-shape';
import type { ValueVector } from '#rules/formula/value-vector';
import { parseQuantity, type Unit } from '#rules/value/quantity';

export const SIDES = ['north', 'south', 'west'] as const;
export const SIZES = ['big', 'small'] as const;

export const RULE_SHAPES: Readonly<Record<string, ValueShape>> = {
  share: { unit: 'rate', axes: [] },
  open: { unit: 'rate', axes: [] },
  months: { unit: 'count', axes: [] },
  mode: { unit: 'choice', axes: [], options: ['south', 'north'] },
  tier: { unit: 'fen', axes: [] },
  step: { unit: 'fen', axes: [] },
  upper: { unit: 'fen', axes: [{ name: 'side', members: SIDES }] },
  fee: {
    unit: 'fen',
    axes: [
      { name: 'side', members: SIDES },
      { name: 'size', members: SIZES },
    ],
  },
};

/** An invented place's figures; a cell of the table and one of the values are left open. */
const FIGURES: Readonly<Record<string, readonly [Unit, string]>> = {
  share: ['rate', '7.5%'],
  months: ['month', '12'],
  mode: ['choice', 'north'],
  tier: ['fen', '20.00'],
  step: ['fen', '10.00'],
  'upper north': ['fen', '40.00'],
  'upper south': ['fen', '10.00'],
  'upper west': ['fen', '20.00'],
  'fee north big': ['fen', '100.00'],
  'fee north small': ['fen', '50.00'],
  'fee south big': ['fen', '30.01'],
  'fee west big': ['fen', '0.00'],
  'fee west small': ['fen', '1.00'],
};

/** What is different on the next day. */
const LATER: typeof FIGURES = {
  share: ['rate', '12.5%'],
  months: ['month', '3.5'],
  mode: ['choice', 'south'],
  tier: ['fen', '15.00'],
  step: ['fen', '40.01'],
  'upper south': ['fen', '30.00'],
  'fee south big': ['fen', '20.00'],
};

function valuesFrom(figures: typeof FIGURES): ValueVector {
  return {
    read: (name, members) => {
      const figure = figures[[name, ...members].join(' ')];
      const text = { zh: name, en: name };
      if (figure === undefined) return refuse({ code: 'no_figure', at: name, what: text, next: text });
      const quantity = parseQuantity(...figure, RULE_SHAPES[name]?.options ?? []);
      if (typeof quantity === 'string') throw new Error(quantity);
      return allow({ name, label: text, quantity, standing: 'stated', cite: ['V-1'] });
    },
  };
}

export const RULE_VALUES = valuesFrom(FIGURES);
export const LATER_RULE_VALUES = valuesFrom({ ...FIGURES, ...LATER });
