import { assert, present } from '#kernel/assert';
import { checkVectors, ProgramColumns, startsOf } from '#rules/targets/columns';
import { rowsOf } from '#rules/targets/columns-split';
import { keptNodes } from '#rules/targets/emit-scenarios';
import { layoutOf, type ProgramLayout } from '#rules/targets/emit-layout';
import { evaluate, scenariosSource, type ProgramSource } from '#rules/targets/evaluate';
import type { TargetPlan } from '#rules/targets/plan';
import { MAX_SAFE, scaledSize } from '#rules/targets/scale';
import type { Carried, ColumnChunk, ColumnData, FieldPlan, Vectors } from '#rules/targets/rows';

/** All that a worker needs to run scenarios over columns. */
export interface ScenariosText {
  readonly source: ProgramSource;
  readonly layout: ProgramLayout;
  readonly outputs: readonly string[];
  readonly cellCount: number;
  /** Columns that hold between the loops what all scenarios share. */
  readonly keptCount: number;
  readonly exactRows: number;
}

/** What scenarios come to: in whole numbers of each output's scale. */
export interface ScenarioSums {
  /** Scenario by scenario, in it output by output, in that group by group. */
  readonly sums: Float64Array;
  /**
   * Rows that could not be reckoned and are in no sum: scenario by scenario, in it group by group, and last those
   * of all groups.
   */
  readonly refused: Float64Array;
  readonly scenarios: number;
  readonly groups: number;
  /** Rows that the sums were given since they were zero. */
  rows: number;
}

export interface ScenariosProgram {
  readonly fields: readonly FieldPlan[];
  readonly outputs: readonly string[];
  /**
   * Rows that sums take from zero: so many are proved to add up to whole numbers that a double holds exactly.
   * Whoever has more moves the sums elsewhere and begins again.
   */
  readonly exactRows: number;
  readonly newCarried: (scenarios: number) => Carried;
  readonly newSums: (scenarios: number, groups: number) => ScenarioSums;
  /**
   * Adds the rows of a chunk to the sums of every scenario. `vectors` holds one scenario after the other, each
   * with as many vectors as `vectorOf` tells apart; `groupOf` gives each row's group, all are one without it.
   */
  readonly run: (
    chunk: ColumnChunk,
    vectors: Vectors,
    carried: Carried,
    sums: ScenarioSums,
    groupOf?: Uint16Array,
  ) => void;
}

/**
 * A compiled pass over rows `first` to `end`. Positional parameters on purpose: V8 specialises on the types of an object's fields, and
 * one deoptimisation leaves the loop in slower code (measured: half the rate).
 */
type Sweep = (
  first: number,
  end: number,
  columns: readonly ColumnData[],
  marks: readonly Uint8Array[],
  kept: readonly Float64Array[],
  keptValid: readonly Uint8Array[],
  /** 1 where all facts of the row that a scenario needs are there and within their ranges. */
  sound: Uint8Array,
  starts: Uint8Array,
  vectorOf: Uint16Array | Int32Array,
  groupOf: Uint16Array,
  vectors: Vectors,
  from: number,
  carried: Carried,
  carriedAt: number,
  groups: number,
  sums: Float64Array,
  sumsAt: number,
  refused: Float64Array,
  refusedAt: number,
) => void;

type Sweeps = Readonly<
  Record<'sweepWhole' | 'sweepWholeVectors' | 'sweepPart' | 'sweepPartVectors', Sweep>
> & {
  readonly prepare: (
    length: number,
    columns: readonly ColumnData[],
    marks: readonly Uint8Array[],
    kept: readonly Float64Array[],
    keptValid: readonly Uint8Array[],
    sound: Uint8Array,
  ) => void;
};

/** Rows that one sweep takes at a time: their columns stay in the processor's cache while scenarios pass over. */
const SWEPT_ROWS = 512;

/** Writes the program of a plan as data. Its outputs are amounts of single rows, no totals of years. */
export function scenariosText(plan: TargetPlan): ScenariosText {
  const { outputs, cellCount } = plan;
  return {
    source: scenariosSource(plan),
    layout: layoutOf(plan),
    outputs,
    cellCount,
    keptCount: keptNodes(plan).length,
    exactRows: exactRowsOf(plan),
  };
}

/** What a double may not hold is refused in its row, so that one row at least is always exact. */
function exactRowsOf(plan: TargetPlan): number {
  const sizes = plan.outputs.map((name) => {
    const { isNarrow, range, scale } = plan.of(present(plan.formula.outputs[name], `the output ${name}`));
    if (!isNarrow) return MAX_SAFE;
    return range === undefined ? 1n : scaledSize(range, scale);
  });
  // Stryker disable next-line EqualityOperator: of two equal sizes either is the one
  return Number(MAX_SAFE / sizes.reduce((most, size) => (size > most ? size : most), 1n));
}

/** Compiles a plan for many scenarios over the same rows. */
export function compileScenarios(plan: TargetPlan): ScenariosProgram {
  return loadScenarios(scenariosText(plan));
}

export function loadScenarios(text: ScenariosText): ScenariosProgram {
  const { layout, outputs } = text;
  const program = evaluate(text.source) as Sweeps;
  const kept = Array.from({ length: text.keptCount }, () => new Float64Array(SWEPT_ROWS));
  const keptValid = kept.map(() => new Uint8Array(SWEPT_ROWS));
  const sound = new Uint8Array(SWEPT_ROWS);
  const columns = new ProgramColumns(layout);
  const oneGroup = new Uint16Array(SWEPT_ROWS);
  const total = layout.totals.length;
  return {
    fields: layout.fields,
    outputs,
    exactRows: text.exactRows,
    newCarried: (scenarios) => new Float64Array(scenarios * total),
    newSums: (scenarios, groups) => ({
      sums: new Float64Array(scenarios * outputs.length * groups),
      refused: new Float64Array(scenarios * (groups + 1)),
      scenarios,
      groups,
      rows: 0,
    }),
    run: (chunk, vectors, carried, into, groupOf) => {
      const { scenarios, groups } = into;
      into.rows += chunk.length;
      assert(into.rows <= text.exactRows, 'sums that a double holds exactly');
      checkVectors(vectors.subarray(0, vectors.length / scenarios), text.cellCount, chunk);
      const stride = vectors.length / scenarios;
      const hasCells = !vectors.includes(NaN);
      // Stryker disable next-line EqualityOperator: a sweep of no rows adds nothing
      for (let from = 0; from < chunk.length; from += SWEPT_ROWS) {
        const block = rowsOf(chunk, from, Math.min(from + SWEPT_ROWS, chunk.length));
        columns.take(block);
        const { data, marks } = columns;
        program.prepare(block.length, data, marks, kept, keptValid, sound);
        const form =
          `${hasCells ? 'sweepWhole' : 'sweepPart'}${block.vectorOf === undefined ? '' : 'Vectors'}` as const;
        const [starts, vectorOf] = [startsOf(layout, block), block.vectorOf ?? oneGroup];
        const members = groupOf?.subarray(from, from + block.length) ?? oneGroup;
        for (let at = 0; at < scenarios; at += 1) {
          program[form](
            0,
            block.length,
            data,
            marks,
            kept,
            keptValid,
            sound,
            starts,
            vectorOf,
            members,
            vectors,
            at * stride,
            carried,
            at * total,
            groups,
            into.sums,
            at * outputs.length * groups,
            into.refused,
            at * (groups + 1),
          );
        }
      }
    },
  };
}
