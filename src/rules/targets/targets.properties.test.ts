import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allow, refuse } from '#kernel/decision';
import { fen, type Fen } from '#kernel/fen';
import { rate } from '#kernel/rate';
import { rational } from '#kernel/rational';
import { dateOfDays } from '#rules/formula/day-number';
import type { FormulaFigure } from '#rules/formula/figure';
import type { Formula } from '#rules/formula/node';
import type { ValueVector } from '#rules/formula/value-vector';
import { compileColumns } from '#rules/targets/columns';
import { compileScenarios } from '#rules/targets/columns-scenarios';
import { layoutOf } from '#rules/targets/emit-layout';
import { encodeRow, type EncodedRow } from '#rules/targets/encode-row';
import { encodeVector, joinVectors } from '#rules/targets/encode-vector';
import { reckonRow } from '#rules/targets/oracle';
import { planTargets, type TargetPlan } from '#rules/targets/plan';
import type { Column, ColumnChunk } from '#rules/targets/rows';
import { compileScalar, createRowSettler, decodeOutputs } from '#rules/targets/scalar';
import { parseQuantity, type Unit } from '#rules/value/quantity';
import { formulaOf, RANDOM_OPTIONS, RANDOM_SHAPES } from '#tests/support/random-formulas';

const FIGURES: Readonly<Record<string, readonly [Unit, readonly string[]]>> = {
  share: ['rate', ['7.3%', '0%', '99.9999%']],
  limit: ['fen', ['100.00', '4999.99', '5000.00', '5000.01']],
  months: ['month', ['12', '0.0001', '7.5']],
  mode: ['choice', ['south', 'north', 'west']],
  fee: ['fen', ['0.00', '0.01', '300.00', '9999999.99', '20000000.00']],
};

/** A vector of values from a number: some cells have no figure, and some lie outside what a value may be. */
function vectorOf(seed: number): ValueVector {
  return {
    read: (value, members) => {
      const [unit, texts] = FIGURES[value] ?? ['fen', []];
      const at = [value, ...members].reduce(
        (sum, each) => sum * 31 + each.length * 7 + each.charCodeAt(0),
        seed,
      );
      const text = { zh: value, en: value };
      if (at % 29 === 0) return refuse({ code: 'no_figure', at: value, what: text, next: text });
      const quantity = parseQuantity(unit, texts[at % texts.length] ?? '', RANDOM_SHAPES[value]?.options);
      if (typeof quantity === 'string') throw new Error(`${value}: ${quantity}`);
      return allow({ name: value, label: text, quantity, standing: 'stated', cite: ['V-1'] });
    },
  };
}

const amounts = (most: number): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(0, 1, 9_999, 10_000, 10_001, 499_999, 500_000), fc.nat({ max: most }));
const money = fc.oneof(
  { weight: 9, arbitrary: amounts(1_000_000_000) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 1_000_000_001) },
);
const days = fc.oneof(
  fc.constantFrom('2024-02-29', '2023-02-28', '2023-03-01', '2000-02-29').map((date) => date as never),
  fc.integer({ min: -25_567, max: 84_000 }).map(dateOfDays),
);
const inFen = (amount: number): FormulaFigure => ({ unit: 'fen', fen: fen(BigInt(amount)) });
const truth = fc.boolean().map((holds): FormulaFigure => ({ unit: 'truth', holds }));
const choice = (options: readonly string[]): fc.Arbitrary<FormulaFigure> =>
  fc.constantFrom(...options).map((each) => ({ unit: 'choice', choice: each }));
const date = days.map((each): FormulaFigure => ({ unit: 'date', date: each }));

const FACTS: Readonly<Record<string, fc.Arbitrary<FormulaFigure>>> = {
  a: money.map(inFen),
  b: money.map(inFen),
  vast: fc
    .oneof(amounts(1_000_000_000), fc.constantFrom(9_000_000_000_000_000, 8_999_999_999_999_999))
    .map(inFen),
  divisor: amounts(10_000_000).map(inFen),
  rate: fc
    .nat({ max: 1_000_000 })
    .map((ppm) => ({ unit: 'rate', rate: rate(rational(BigInt(ppm), 1_000_000n)) })),
  count: fc
    .oneof(fc.nat({ max: 300_000 }), fc.constantFrom(100_000_000, 100_000_001))
    .map((count) => ({ unit: 'count', count: rational(BigInt(count), 10_000n) })),
  from: date,
  to: date,
  yes: truth,
  no: truth,
  side: fc.oneof(
    { weight: 15, arbitrary: choice(RANDOM_OPTIONS.side) },
    { weight: 1, arbitrary: choice(['east']) },
  ),
  size: choice(RANDOM_OPTIONS.size),
};

interface TrialRow {
  readonly inputs: ReadonlyMap<string, FormulaFigure>;
  readonly starts: boolean;
  readonly vector: number;
}

const rowArbitrary = (isWhole: boolean): fc.Arbitrary<TrialRow> =>
  fc
    .tuple(
      fc.record(FACTS, isWhole ? {} : { requiredKeys: ['a', 'from', 'yes', 'size'] }),
      fc.nat({ max: 3 }),
      fc.nat({ max: 1 }),
    )
    .map(([inputs, starts, vector]) => ({
      inputs: new Map(Object.entries(inputs as Record<string, FormulaFigure>)),
      starts: starts === 0,
      vector,
    }));

const trial = fc.tuple(
  fc.array(fc.nat({ max: 997 }), { minLength: 0, maxLength: 160 }),
  fc.boolean().chain((isWhole) => fc.array(rowArbitrary(isWhole), { minLength: 1, maxLength: 12 })),
  fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 })),
);

interface OracleRow {
  readonly totals: ReadonlyMap<string, Fen>;
  readonly outputs: ReadonlyMap<string, FormulaFigure> | undefined;
}

/** Each row in turn, given what the one before it left; a year begins with totals of zero. */
function oracleRows(
  formula: Formula,
  rows: readonly TrialRow[],
  vectors: readonly ValueVector[],
): readonly OracleRow[] {
  const names = formula.nodes.flatMap((node) => (node.op === 'running' ? [node.total] : []));
  const none: ReadonlyMap<string, Fen> = new Map(names.map((total) => [total, fen(0n)]));
  let totals = none;
  return rows.map(({ inputs, starts, vector }) => {
    const given = starts ? none : totals;
    const row = reckonRow(formula, { inputs, values: vectors[vector] ?? vectorOf(0), totals: given });
    totals = row.totals;
    return { totals: given, outputs: row.outputs.allowed ? row.outputs.value : undefined };
  });
}

function chunkOf(plan: TargetPlan, encoded: readonly EncodedRow[], rows: readonly TrialRow[]): ColumnChunk {
  const columns = new Map<string, Column>();
  layoutOf(plan).fields.forEach(({ field }, at) => {
    const data = Float64Array.from(encoded, ({ facts }) => facts[at] ?? NaN);
    const missing = Uint8Array.from(data, (each) => (Number.isNaN(each) ? 1 : 0));
    columns.set(field, missing.includes(1) ? { data: data.map((each) => each || 0), missing } : { data });
  });
  return {
    length: rows.length,
    columns,
    starts: Uint8Array.from(rows, ({ starts }) => (starts ? 1 : 0)),
    vectorOf: Uint16Array.from(rows, ({ vector }) => vector),
  };
}

function sizeIn(plan: TargetPlan, name: string, figure: FormulaFigure | undefined): number {
  const { scale } = plan.of(plan.formula.outputs[name] ?? -1);
  if (figure?.unit === 'fen') return Number(figure.fen);
  if (figure?.unit === 'count') return Number((figure.count.numerator * scale) / figure.count.denominator);
  return figure?.unit === 'truth' && figure.holds ? 1 : 0;
}

describe('compiled targets reckon as the oracle does, to the fen and to the row that is refused', () => {
  it('one row at a time', () => {
    fc.assert(
      fc.property(trial, ([tape, rows, seeds]) => {
        const formula = formulaOf(tape);
        const plan = planTargets(formula);
        const vectors = seeds.map(vectorOf);
        const settler = createRowSettler(plan);
        const { settle, layout } = compileScalar(plan);
        const cells = vectors.map((vector) => encodeVector(plan, vector).cells);
        const out = new Float64Array(plan.outputs.length);
        oracleRows(formula, rows, vectors).forEach(({ totals, outputs }, at) => {
          const { inputs = new Map(), vector = 0 } = rows[at] ?? {};
          const { facts, totals: held } = encodeRow(layout, { inputs, totals });
          const isSettled = settle(facts, held, cells[vector] ?? out, out);
          expect(isSettled ? decodeOutputs(plan, out) : undefined).toEqual(outputs);
          const row = settler({ inputs, totals, values: vectors[vector] ?? vectorOf(0) });
          expect(row.allowed ? row.value : undefined).toEqual(outputs);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('rows side by side, in one chunk or two, with one vector of values or several', () => {
    fc.assert(
      fc.property(trial, fc.boolean(), ([tape, given, seeds], hasVectors) => {
        const formula = formulaOf(tape);
        const plan = planTargets(formula);
        const vectors = seeds.map(vectorOf);
        const rows = hasVectors ? given : given.map((row) => ({ ...row, vector: 0 }));
        const expected = oracleRows(formula, rows, vectors);
        const program = compileColumns(plan);
        const encoded = rows.map((row) => encodeRow(layoutOf(plan), row));
        const held = joinVectors(vectors.map((vector) => encodeVector(plan, vector)));
        const carried = program.newCarried();
        let at = 0;
        const cut = Math.ceil(rows.length / 2);
        for (const part of [rows.slice(0, cut), rows.slice(cut)]) {
          const { vectorOf: which, ...chunk } = chunkOf(plan, encoded.slice(at, at + part.length), part);
          const results = program.newResults(part.length);
          program.run(hasVectors && which ? { ...chunk, vectorOf: which } : chunk, held, carried, results);
          for (let row = 0; row < part.length; row += 1, at += 1) {
            const out = Float64Array.from(results.outputs, (output) => output[row] ?? NaN);
            expect(results.valid[row] === 1 ? decodeOutputs(plan, out) : undefined).toEqual(
              expected[at]?.outputs,
            );
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('under several scenarios at once: sums of the rows that are not refused, by group', () => {
    fc.assert(
      fc.property(trial, fc.boolean(), ([tape, given, seeds], hasVectors) => {
        const all = formulaOf(tape);
        const { fen: due = 0, count = 0, truth: holds = 0 } = all.outputs;
        const capped = { ...all, outputs: { fen: due, count, truth: holds } };
        const plan = planTargets(capped);
        const vectors = seeds.map(vectorOf);
        const rows = hasVectors ? given : given.map((row) => ({ ...row, vector: 0 }));
        const program = compileScenarios(plan);
        const encoded = rows.map((row) => encodeRow(layoutOf(plan), row));
        const cells = vectors.map((vector) => encodeVector(plan, vector));
        const scenarios = hasVectors ? [vectors, vectors.toReversed()] : vectors.map((vector) => [vector]);
        const held = joinVectors(hasVectors ? [...cells, ...cells.toReversed()] : cells);
        const { vectorOf: which, ...chunk } = chunkOf(plan, encoded, rows);
        const groupOf = Uint16Array.from(rows, (_, at) => at % 3);
        const sums = program.newSums(2, 3);
        program.run(
          hasVectors && which ? { ...chunk, vectorOf: which } : chunk,
          held,
          program.newCarried(2),
          sums,
          groupOf,
        );
        const expected = program.newSums(2, 3);
        scenarios.forEach((each, scenario) => {
          oracleRows(capped, rows, each).forEach(({ outputs }, at) => {
            if (outputs === undefined) {
              for (const cell of [scenario * 4 + (at % 3), scenario * 4 + 3]) {
                expected.refused.set([(expected.refused[cell] ?? NaN) + 1], cell);
              }
              return;
            }
            plan.outputs.forEach((name, output) => {
              const figure = outputs.get(name);
              const size = sizeIn(plan, name, figure);
              const cell = (scenario * 3 + output) * 3 + (at % 3);
              expected.sums.set([(expected.sums[cell] ?? NaN) + size], cell);
            });
          });
        });
        expect(sums).toEqual({ ...expected, rows: rows.length });
      }),
      { numRuns: 400 },
    );
  });
});
