import { describe, expect, it } from 'vitest';
import { allow, refuse } from '#kernel/decision';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaFigure } from '#rules/formula/figure';
import type { Formula } from '#rules/formula/node';
import type { ValueVector } from '#rules/formula/value-vector';
import { planTargets } from '#rules/targets/plan';
import { createRowSettler, type SettleRow } from '#rules/targets/scalar';
import { parseQuantity } from '#rules/value/quantity';
import { flag, money, named } from '#tests/support/small-formula';

function formulaOf(write: (f: Operators) => Readonly<Record<string, Expr>>): Formula {
  const builder = createFormulaBuilder('test', () => ({ unit: 'rate', axes: [] }));
  const written = write(builder.citing({ cite: ['C-1'], readings: [] }));
  for (const [output, value] of Object.entries(written)) builder.output(output, value);
  const built = builder.build();
  if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
  return built.value;
}

/** Rates by the name of their value; one that is not here is refused. */
function rates(given: Readonly<Record<string, string>>): ValueVector {
  return {
    read: (name) => {
      const [text, label] = [given[name], { zh: name, en: name }];
      if (text === undefined) return refuse({ code: 'no_figure', at: name, what: label, next: label });
      const quantity = parseQuantity('rate', text);
      if (typeof quantity === 'string') throw new Error(quantity);
      return allow({ name, label, quantity, standing: 'stated', cite: ['V-1'] });
    },
  };
}

/** The outputs, or the codes and places of all refusals. */
function told(settle: SettleRow, inputs: Readonly<Record<string, FormulaFigure>>, values: ValueVector) {
  const settled = settle({ inputs: new Map(Object.entries(inputs)), values });
  if (settled.allowed) return Object.fromEntries(settled.value);
  return settled.refusals.map(({ code, at }) => `${code} ${at}`);
}

const yes = (f: Operators): Expr<'truth'> => f.input('yes', 'truth', named('yes'));
const great = (f: Operators, field: string): Expr<'fen'> =>
  f.input(field, 'fen', named(field), { atLeast: '0.00', atMost: '90000000000000.00' });
const share = (f: Operators): Expr<'fen'> => {
  const amount = f.input('amount', 'fen', named('amount'));
  const exact = f.if(
    yes(f),
    f.timesRate(amount, f.value('fine', 'rate')),
    f.timesRate(amount, f.value('open', 'rate')),
  );
  return f.round(exact, 'half_up', named('share'));
};

describe('a cell finer than any figure that is reckoned with', () => {
  const tooFine = rates({ fine: '7.000001%' });

  it('refuses the row that needs it, alone: what only the way not taken lacks is not told', () => {
    const settle = createRowSettler(planTargets(formulaOf((f) => ({ share: share(f) }))));
    const row = { yes: flag(true), amount: money(100n) };
    expect(told(settle, row, tooFine)).toEqual(['too_many_decimals value/fine']);
    expect(told(settle, row, rates({ fine: '7.0001%' }))).toEqual({ share: money(7n) });
    expect(told(settle, { yes: flag(false), amount: money(100n) }, tooFine)).toEqual(['no_figure open']);
  });

  it('refuses it as well where other outputs could be beyond what a double holds', () => {
    const sum = (f: Operators): Expr<'fen'> => f.add([great(f, 'a'), great(f, 'b')], named('sum'));
    const settle = createRowSettler(planTargets(formulaOf((f) => ({ share: share(f), sum: sum(f) }))));
    const row = { yes: flag(true), amount: money(100n), a: money(1n), b: money(2n) };
    expect(told(settle, row, tooFine)).toEqual(['too_many_decimals value/fine']);
  });
});

describe('what the program refuses and the oracle does not', () => {
  it('is an amount that no double holds, though the other outputs fit one', () => {
    const settle = createRowSettler(
      planTargets(
        formulaOf((f) => ({
          sum: f.add([great(f, 'a'), great(f, 'b')], named('sum')),
          less: f.min(great(f, 'a'), f.constant('fen', '5.00'), named('less')),
        })),
      ),
    );
    const most = money(9_000_000_000_000_000n);
    expect(told(settle, { a: most, b: most }, rates({}))).toEqual({
      sum: money(18_000_000_000_000_000n),
      less: money(500n),
    });
  });

  it('is else a fault of the program, which is not passed over', () => {
    const plan = planTargets(formulaOf((f) => ({ share: share(f) })));
    const cells = plan.cells.map((cell) => ({ ...cell, value: 'elsewhere' }));
    const settle = createRowSettler({ ...plan, cells });
    expect(() =>
      told(settle, { yes: flag(true), amount: money(100n) }, rates({ fine: '7%', open: '8%' })),
    ).toThrow('the program of test and its oracle refuse the same rows');
  });
});
