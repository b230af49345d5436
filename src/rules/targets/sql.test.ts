import { describe, expect, it } from 'vitest';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Expr, Operators } from '#rules/formula/expression';
import type { NodeName } from '#rules/formula/node';
import { planTargets, type TargetPlan } from '#rules/targets/plan';
import { emitSql } from '#rules/targets/sql';
import { sqlColumnsOf } from '#rules/targets/sql-columns';
import { stageTerms } from '#rules/targets/sql-stages';
import { Terms } from '#rules/targets/sql-terms';

const named = (id: string): NodeName => ({ name: id, label: { zh: id, en: id } });
const FROM = { rows: 'claims', vectors: 'shared.figures', totals: 'windowed' } as const;

function planOf(write: (f: Operators) => Expr): TargetPlan {
  const builder = createFormulaBuilder('test', () => ({
    unit: 'fen',
    axes: [{ name: 'level', members: ["Level'1", 'Level2'] }],
  }));
  builder.output('Output', write(builder.citing({ cite: ['Clause'], readings: [] })));
  const built = builder.build();
  if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
  return planTargets(built.value);
}

const tablePlan = planOf((f) => {
  const level = f.input('Level"; --', 'choice', named('Level'), ["Level'1", 'Level2']);
  const fee = f.value("Fee'", 'fen', { level }, named('Fee'));
  return f.min(fee, f.running('Total', f.input('Cost', 'fen', named('Cost'))), named('Output'));
});

describe('what is written is generated names and numbers alone', () => {
  it.each(['duckdb', 'postgres'] as const)('no text of a formula or a pack reaches %s', (dialect) => {
    expect(emitSql(tablePlan, dialect, FROM)).not.toMatch(/Level|Fee|Cost|Total|Output|Clause|["';]|--/);
  });

  it('columns have their names from their places in the plan', () => {
    expect(sqlColumnsOf(tablePlan)).toMatchObject({
      fields: [
        { field: 'Level"; --', column: 'f0', type: 'BIGINT' },
        { field: 'Cost', column: 'f1', type: 'BIGINT' },
      ],
      totals: [{ total: 'Total', column: 't0' }],
      cells: [{ value: "Fee'", column: 'c0', type: 'BIGINT[]' }],
      outputs: [{ output: 'Output', column: 'o0', unit: 'fen', scale: 1n }],
    });
  });

  it('a relation whose name would need a quote is none of ours', () => {
    expect(() => emitSql(tablePlan, 'duckdb', { ...FROM, rows: 'claims; DROP TABLE x' })).toThrow(
      'plain name',
    );
  });
});

describe('a statement is as long as it needs to be', () => {
  it('a step that is used again is a column once, and gone after its last use', () => {
    const terms = new Terms();
    const [x, y] = [terms.source('x'), terms.source('y')];
    const shared = terms.plain`(${x} * ${y} + ${x} * ${y} + ${x} * ${y})`;
    const later = terms.plain`(${shared} * ${shared} + ${shared} * ${shared} + ${shared})`;
    const last = terms.plain`(${later} + ${later} + ${later})`;
    expect(stageTerms(terms, [last, y])).toEqual({
      sources: ['x', 'y'],
      stages: [
        {
          handedOn: ['y'],
          reckoned: [{ column: 'n2', text: '(x * y + x * y + x * y)' }],
          hasWindow: false,
        },
        {
          handedOn: ['y'],
          reckoned: [{ column: 'n3', text: '(n2 * n2 + n2 * n2 + n2)' }],
          hasWindow: false,
        },
      ],
      texts: ['(n3 + n3 + n3)', 'y'],
    });
  });

  it('given totals are columns of the rows, and nothing that only they need is reckoned', () => {
    const sql = emitSql(tablePlan, 'postgres', { ...FROM, totals: 'given' });
    expect(sql).toContain('t0');
    expect(sql).not.toMatch(/OVER|f1|person_id/);
  });

  it('each total that is given is a column of its own', () => {
    const plan = planOf((f) => {
      const [cost, fee] = [f.input('Cost', 'fen', named('Cost')), f.input('Fee', 'fen', named('Fee'))];
      return f.add([f.running('First', cost), f.running('Second', fee)], named('Output'));
    });
    expect(emitSql(plan, 'duckdb', { ...FROM, totals: 'given' })).toMatch(/t0[^]*t1/);
  });

  it('what is proved is not asked: neither a sign, nor the order of thresholds of constants, nor a second width', () => {
    const scaled = (first: (f: Operators) => Expr<'fen'>): string =>
      emitSql(
        planOf((f) => {
          const cost = f.input('Cost', 'fen', named('Cost'));
          const rates = [
            f.input('Rate', 'rate', named('Rate')),
            f.constant('rate', '1%'),
            f.constant('rate', '2%'),
          ] as const;
          const thresholds = [first(f), f.constant('fen', '2000.00')];
          const share = f.round(
            f.marginal(f.constant('fen', '0.00'), cost, { thresholds, rates }),
            'half_up',
          );
          return f.mulDiv(
            share,
            f.constant('count', '2'),
            f.constant('count', '3'),
            'half_up',
            named('Output'),
          );
        }),
        'duckdb',
        FROM,
      );
    expect(scaled((f) => f.constant('fen', '1.00'))).not.toMatch(/ < 0|<=|HUGEINT/);
    expect(
      scaled((f) => f.input('First', 'fen', named('First'), { atLeast: '0.00', atMost: '9.00' })),
    ).toContain('<=');
  });

  it('what was reckoned wide and is proved to fit is held in 64 bits again', () => {
    const great = { atLeast: '0.00', atMost: '90000000000000.00' };
    const plan = planOf((f) => {
      const [first, second] = [
        f.input('First', 'fen', named('First'), great),
        f.input('Second', 'fen', named('Second'), great),
      ];
      const part = f.mulDiv(first, second, f.max(second, f.constant('fen', '0.01')), 'down');
      return f.subtract(f.min(part, f.constant('fen', '5.00')), f.constant('fen', '1.00'), named('Output'));
    });
    expect(emitSql(plan, 'postgres', FROM)).toMatch(
      /LEAST\(div\([^]* \(500\)::NUMERIC\)::BIGINT - \(100\)::BIGINT\)/,
    );
  });

  it('a formula without values reads no relation of values', () => {
    const plan = planOf((f) =>
      f.add([f.constant('fen', '1.00'), f.constant('fen', '2.00')], named('Output')),
    );
    expect(emitSql(plan, 'duckdb', { rows: 'claims', totals: 'given' })).not.toContain('JOIN');
  });

  it('an output that no row can refuse is not asked for', () => {
    const plan = planOf((f) =>
      f.add([f.constant('fen', '1.00'), f.constant('fen', '2.00')], named('Output')),
    );
    expect(emitSql(plan, 'duckdb', FROM)).not.toContain('CASE');
  });
});

describe('an output leaves the statement in 64 bits where it is proved to fit them', () => {
  const days = (f: Operators): Expr<'count'> => {
    const [first, last] = [f.input('First', 'date', named('First')), f.input('Last', 'date', named('Last'))];
    return f.max(f.daysBetween(first, last), f.constant('count', '0'));
  };
  /** What needs more than 64 bits, unless it is at most a product of these counts, which a condition sees to. */
  const upTo =
    (...counts: readonly string[]) =>
    (f: Operators): Expr => {
      const product = (factors: readonly Expr<'count'>[]): Expr<'count'> =>
        factors.reduce((all, factor) => f.timesCount(all, factor));
      const most = product(counts.map((text) => f.constant('count', text)));
      const great = product([days(f), days(f), days(f), days(f)]);
      return f.if(f.compare(great, 'at_most', most), great, most, named('Output'));
    };

  it.each<[string, (f: Operators) => Expr, boolean]>([
    ['up to 2^63 − 1 it is made narrow', upTo('3577', '127', '337', '92737', '649657'), true],
    ['one that may be 2^63 stays wide', upTo('8192', '8192', '8192', '8192', '2048'), false],
    [
      'one that is narrow already stays as it is',
      (f) => f.timesCount(days(f), days(f), named('Output')),
      false,
    ],
  ])('%s', (_, write, isNarrowed) => {
    const sql = emitSql(planOf(write), 'postgres', FROM);
    expect(sql).toContain(' END) AS o0');
    expect(sql.includes('::BIGINT END) AS o0')).toBe(isNarrowed);
  });
});

it('figures too great for the engine are not written for it', () => {
  const most = { atLeast: '0.00', atMost: '90000000000000.00' };
  const plan = planOf((f) => {
    const vast = f.input('vast', 'fen', named('vast'), most);
    const share = f.input('share', 'rate', named('share'));
    const exact = [1, 2, 3, 4].reduce<Expr<'fen' | 'exact'>>((last) => f.timesRate(last, share), vast);
    return f.round(exact as Expr<'exact'>, 'down', named('Output'));
  });
  expect(() => emitSql(plan, 'duckdb', FROM)).toThrow('fits the engine');
  expect(emitSql(plan, 'postgres', FROM)).toContain('NUMERIC');
});
