import { describe, expect, it } from 'vitest';
import { refuse } from '#kernel/decision';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Expr, Operators } from '#rules/formula/expression';
import type { NodeName } from '#rules/formula/node';
import {
  checkVectors,
  columnsText,
  compileColumns,
  loadColumns,
  ProgramColumns,
} from '#rules/targets/columns';
import { compileScenarios } from '#rules/targets/columns-scenarios';
import { partsOf, rowsOf } from '#rules/targets/columns-split';
import { layoutOf } from '#rules/targets/emit-layout';
import { encodeVector } from '#rules/targets/encode-vector';
import { emitModule } from '#rules/targets/evaluate';
import { planTargets } from '#rules/targets/plan';
import type { ColumnChunk } from '#rules/targets/rows';
import { formulaOf } from '#tests/support/small-formula';

const name = (id: string): NodeName => ({ name: id, label: { zh: `名称${id}`, en: `label of ${id}` } });
const text = { zh: '不可', en: 'never mind' };

/** What is above a yearly deductible, all bills together; a bill without approval is refused. */
const formula = (() => {
  const builder = createFormulaBuilder('yearly', (value) =>
    value === 'yearly_deductible'
      ? { unit: 'fen', axes: [{ name: 'kind', members: ['inside', 'outside'] }] }
      : undefined,
  );
  const f = builder.citing({ cite: ['A-1'], readings: ['R-9'] });
  const bill = f.input('bill_total', 'fen', name('bill'));
  const kind = f.input('kind_of_bill', 'choice', name('kind'), ['inside', 'outside']);
  const approved = f.assert(f.input('approval', 'truth', name('approval')), bill, {
    code: 'without_approval',
    field: 'approval',
    what: text,
    next: text,
  });
  const before = f.running('year_so_far', approved, name('before'));
  const deductible = f.value('yearly_deductible', 'fen', { kind }, name('deductible'));
  const above = f.max(f.subtract(f.add([before, approved]), deductible), f.constant('fen', '0.00'));
  builder.output('above', f.min(above, approved, name('above')));
  const built = builder.build();
  if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
  return built.value;
})();
const plan = planTargets(formula);
const VECTOR = Float64Array.of(100, 1000);

function chunk(
  bills: readonly number[],
  starts: readonly number[],
  approvals: readonly number[],
): ColumnChunk {
  return {
    length: bills.length,
    columns: new Map([
      ['bill_total', { data: Float64Array.from(bills) }],
      ['kind_of_bill', { data: new Uint8Array(bills.length) }],
      ['approval', { data: Uint8Array.from(approvals) }],
    ]),
    starts: Uint8Array.from(starts),
  };
}

function run(chunks: readonly ColumnChunk[], vectors = VECTOR): readonly (number | string)[] {
  const program = compileColumns(plan);
  const carried = program.newCarried();
  return chunks.flatMap((each) => {
    const results = program.newResults(each.length);
    program.run(each, vectors, carried, results);
    return [...(results.outputs[0] ?? [])].map((figure, row) =>
      results.valid[row] === 1 ? figure : 'refused',
    );
  });
}

describe('rows side by side', () => {
  it('a total goes on from one chunk to the next, and begins anew with a person or year', () => {
    const year = [chunk([60, 60], [1, 0], [1, 1]), chunk([60, 60, 150], [0, 1, 0], [1, 1, 1])];
    expect(run(year)).toEqual([0, 20, 60, 0, 110]);
  });

  it('after a row that cannot be reckoned the rest of the person’s year is refused, across chunks', () => {
    const year = [chunk([60, 60], [1, 0], [1, 0]), chunk([60, 160], [0, 1], [1, 1])];
    expect(run(year)).toEqual([0, 'refused', 'refused', 60]);
  });

  it('a total at the end of its range refuses the rows that need it, until the next year begins', () => {
    const program = compileColumns(plan);
    const carried = program.newCarried().fill(1_000_000_000_000_000 - 50);
    const results = program.newResults(4);
    program.run(chunk([60, 60, 60, 160], [0, 0, 0, 1], [1, 1, 1, 1]), VECTOR, carried, results);
    expect([...results.valid]).toEqual([1, 0, 0, 1]);
    expect([...carried]).toEqual([160]);
  });

  it('a fact that is marked missing refuses its row, whatever number stands in its place', () => {
    const given = chunk([60, 60, 160], [1, 1, 1], [1, 1, 1]);
    const missing = Uint8Array.of(0, 1, 0);
    const columns = new Map([
      ...given.columns,
      ['bill_total', { data: Float64Array.of(60, 0, 160), missing }],
    ]);
    expect(run([{ ...given, columns }])).toEqual([0, 'refused', 60]);
  });

  it('after a fact out of range the rest of the person’s year is refused, and a refused row has no figure', () => {
    expect(run([chunk([60, -1, 60, 160, -1], [1, 0, 0, 1, 1], [1, 1, 1, 1, 1])])).toEqual([
      0,
      'refused',
      'refused',
      60,
      'refused',
    ]);
    const program = compileColumns(plan);
    const results = program.newResults(2);
    program.run(chunk([160, -1], [1, 1], [1, 1]), VECTOR, program.newCarried(), results);
    expect([...(results.outputs[0] ?? [])]).toEqual([60, NaN]);
  });

  it('a truth that is neither and an amount beyond what a double holds are refused', () => {
    expect(run([chunk([160, 160], [1, 1], [2, 1])])).toEqual(['refused', 60]);
    const vast = formulaOf((f) => {
      const amount = f.input('vast', 'fen', name('vast'), { atLeast: '0.00', atMost: '900000000000000.00' });
      return f.min(amount, f.constant('fen', '1.00'), name('x'));
    });
    const program = compileColumns(planTargets(vast));
    const results = program.newResults(2);
    const data = Float64Array.of(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 1);
    program.run(
      { length: 2, columns: new Map([['vast', { data }]]) },
      new Float64Array(0),
      program.newCarried(),
      results,
    );
    expect([...results.valid]).toEqual([1, 0]);
  });

  it('a fact out of range and a choice that is none are refused', () => {
    const given = chunk([-1, 1_000_000_001, 160], [1, 1, 1], [1, 1, 1]);
    const columns = new Map([...given.columns, ['kind_of_bill', { data: Uint8Array.of(0, 0, 2) }]]);
    expect(run([{ ...given, columns }])).toEqual(['refused', 'refused', 'refused']);
  });

  it('a cell without a figure refuses the rows that need it', () => {
    const given = chunk([60, 160], [1, 1], [1, 1]);
    const columns = new Map([...given.columns, ['kind_of_bill', { data: Uint8Array.of(1, 0) }]]);
    expect(run([{ ...given, columns }], Float64Array.of(100, NaN))).toEqual(['refused', 60]);
  });

  it('each row takes its own vector of values', () => {
    const given = { ...chunk([160, 160], [1, 1], [1, 1]), vectorOf: Uint16Array.of(0, 1) };
    expect(run([given], Float64Array.of(100, 1000, 150, 1000))).toEqual([60, 10]);
  });

  it('runs from its text alone, as a worker is sent it', () => {
    const program = loadColumns(structuredClone(columnsText(plan)));
    const results = program.newResults(1);
    program.run(chunk([160], [1], [1]), VECTOR, program.newCarried(), results);
    expect(results.outputs[0]?.[0]).toBe(60);
  });

  it('is cut for several workers where a person’s year begins, never within', () => {
    const given = chunk([60, 60, 60, 160, 60, 60], [1, 0, 0, 0, 1, 0], [1, 1, 1, 1, 1, 1]);
    const cuts = partsOf(given, 2);
    expect(cuts).toEqual([0, 4, 6]);
    expect(run(cuts.slice(1).map((to, at) => rowsOf(given, cuts[at] ?? 0, to)))).toEqual(run([given]));
    expect(partsOf({ ...given, starts: Uint8Array.of(1, 0, 0, 0, 0, 0) }, 3)).toEqual([0, 6]);
  });
});

describe('rows are cut into about equal parts', () => {
  it.each<[string, number, number, readonly number[] | undefined, readonly number[]]>([
    ['where each stands alone, anywhere', 10, 3, undefined, [0, 3, 7, 10]],
    ['with no more parts than rows', 1, 3, undefined, [0, 1]],
    ['of no rows there is none', 0, 2, undefined, [0]],
    ['where years begin, each cut once', 6, 6, [1, 0, 0, 0, 1, 0], [0, 4, 6]],
    ['not after the last row', 4, 2, [1, 0, 0, 0], [0, 4]],
  ])('%s', (_, length, parts, starts, cuts) => {
    const years = starts === undefined ? {} : { starts: Uint8Array.from(starts) };
    expect(partsOf({ length, columns: new Map(), ...years }, parts)).toEqual(cuts);
  });

  it('rows of which no year is told are cut without', () => {
    const { columns, length } = chunk([60, 160], [1, 1], [1, 1]);
    expect(rowsOf({ columns, length }, 1, 2)).toMatchObject({ length: 1 });
    expect(rowsOf({ columns, length }, 1, 2).starts).toBeUndefined();
  });
});

describe('what a chunk brings must fit', () => {
  it.each<[string, number, number, readonly number[] | undefined, string | undefined]>([
    ['as many vectors as rows ask for', 4, 2, [0, 1], undefined],
    ['rows beyond the chunk ask for none', 2, 2, [0, 0, 9], undefined],
    ['one vector where rows do not ask', 2, 2, undefined, undefined],
    ['without cells any vector will do', 0, 0, [5, 0], undefined],
    ['no vector at all', 0, 2, undefined, 'vectors of 2 cells'],
    ['part of a vector', 3, 2, undefined, 'vectors of 2 cells'],
    ['a vector that is not there', 4, 2, [0, 2], 'rows take one of 2 vectors'],
    ['a vector before the first', 4, 2, [-1, 0], 'rows take one of 2 vectors'],
  ])('%s', (_, size, cellCount, vectorOf, fault) => {
    const given = {
      length: 2,
      columns: new Map(),
      ...(vectorOf === undefined ? {} : { vectorOf: Int32Array.from(vectorOf) }),
    };
    const check = (): void => {
      checkVectors(new Float64Array(size), cellCount, given);
    };
    if (fault === undefined) check();
    else expect(check).toThrow(fault);
  });

  it('a column of fewer rows is refused', () => {
    const given = chunk([60, 60], [1, 1], [1, 1]);
    const columns = new Map([...given.columns, ['approval', { data: Uint8Array.of(1) }]]);
    expect(() => run([{ ...given, columns }])).toThrow('the column approval has 2 rows');
  });

  it('rows are whole where no column has marks, even marks of nothing', () => {
    const given = chunk([60], [1], [1]);
    const marked = new Map([
      ...given.columns,
      ['approval', { data: Uint8Array.of(1), missing: Uint8Array.of(0) }],
    ]);
    const columns = new ProgramColumns(layoutOf(plan));
    expect([columns.take(given), columns.take({ ...given, columns: marked }), columns.take(given)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('scenarios', () => {
  it('are added up by group in one pass, each with its own totals and refused rows', () => {
    const program = compileScenarios(plan);
    const sums = program.newSums(3, 2);
    const carried = program.newCarried(3);
    const vectors = Float64Array.of(100, 1000, 50, 1000, NaN, 1000);
    const rows = chunk([60, 60, 160], [1, 0, 1], [1, 1, 1]);
    program.run(rows, vectors, carried, sums, Uint16Array.of(0, 0, 1));
    program.run(chunk([60], [0], [1]), vectors, carried, sums, Uint16Array.of(1));
    expect([...sums.sums]).toEqual([20, 120, 70, 170, 0, 0]);
    expect([...sums.refused]).toEqual([0, 0, 0, 0, 0, 0, 2, 2, 4]);
    expect(sums.rows).toBe(4);
  });

  it('are one group where no groups are told', () => {
    const program = compileScenarios(plan);
    const sums = program.newSums(1, 1);
    program.run(chunk([60, 160], [1, 1], [1, 0]), VECTOR, program.newCarried(1), sums);
    expect([[...sums.sums], [...sums.refused]]).toEqual([[0], [1, 1]]);
  });

  it('give a row a vector of their own, never one of the next', () => {
    const program = compileScenarios(plan);
    const rows = { ...chunk([60], [1], [1]), vectorOf: Uint16Array.of(1) };
    const vectors = Float64Array.of(...VECTOR, ...VECTOR);
    expect(() => {
      program.run(rows, vectors, program.newCarried(2), program.newSums(2, 1));
    }).toThrow('rows take one of 1 vectors');
  });

  it('take from zero no more rows than are proved to add up to what a double holds', () => {
    const withOutputs = (atMost: string): ReturnType<typeof compileScenarios> => {
      const fen = (f: Operators, id: string, most: string): Expr<'fen'> =>
        f.input(id, 'fen', name(id), { atLeast: '0.00', atMost: most });
      return compileScenarios(
        planTargets(
          formulaOf((f, builder) => {
            const most = fen(f, 'b', atMost);
            builder.output('most', f.add([most, most], name('most')));
            builder.output('least', f.max(fen(f, 'c', '0.05'), fen(f, 'd', '0.02'), name('least')));
            return f.min(fen(f, 'a', '3.00'), f.constant('fen', '3.00'), name('x'));
          }),
        ),
      );
    };
    expect(withOutputs('10.00').exactRows).toBe(Math.floor(Number.MAX_SAFE_INTEGER / 2000));
    expect(withOutputs('0.02').exactRows).toBe(Math.floor(Number.MAX_SAFE_INTEGER / 300));
    const program = withOutputs('90000000000000.00');
    expect(program.exactRows).toBe(1);
    const column = { data: Float64Array.of(0, 0) };
    const columns = new Map(['a', 'b', 'c', 'd'].map((field) => [field, column] as const));
    expect(() => {
      program.run({ length: 2, columns }, new Float64Array(0), program.newCarried(1), program.newSums(1, 1));
    }).toThrow('sums that a double holds exactly');
  });

  it('count a truth as one', () => {
    const truth = formulaOf((f) => f.input('x', 'truth', name('x')));
    expect(compileScenarios(planTargets(truth)).exactRows).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('a generated program', () => {
  it('holds no text of the formula or its pack: names and numbers of its own only', () => {
    const module = emitModule(plan);
    const texts = JSON.stringify(formula).match(/[A-Za-z_一-鿿-]{4,}/g) ?? [];
    // The word for a formula's outputs in its stored text, and for the columns of a program's.
    const own = new Set(['outputs']);
    const words = new Set(module.match(/[A-Za-z_一-鿿-]{4,}/g) ?? []);
    expect(texts.filter((each) => words.has(each) && !own.has(each))).toEqual([]);
    expect(module).not.toMatch(/['"`]|\bimport\b/);
    expect(module).toMatch(/^export \{ settle, runWhole, /m);
  });

  it('is told why a cell has no figure', () => {
    const encoded = encodeVector(plan, {
      read: (value) => refuse({ code: 'no_figure', at: value, what: text, next: text }),
    });
    expect([...encoded.cells]).toEqual([NaN, NaN]);
    expect(encoded.refusals.get(1)).toMatchObject([{ code: 'no_figure', at: 'yearly_deductible' }]);
  });
});
