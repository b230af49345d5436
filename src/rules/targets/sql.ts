import { assert, present } from '#kernel/assert';
import type { FormulaNode } from '#rules/formula/node';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';
import { scaledSize } from '#rules/targets/scale';
import {
  writeArithmetic,
  writeDates,
  writeMarginal,
  writeMulDiv,
  writeRound,
} from '#rules/targets/sql-arithmetic';
import {
  writeAssert,
  writeCompare,
  writeExceptions,
  writeIf,
  writeLogic,
  writeMatch,
} from '#rules/targets/sql-choices';
import { SQL_KEYS, sqlColumnsOf } from '#rules/targets/sql-columns';
import { DIALECTS, type SqlDialect } from '#rules/targets/sql-dialect';
import { writeCell, writeConstant, writeInput, writeRunning } from '#rules/targets/sql-sources';
import { stageTerms, type SqlStage, type StagedTerms } from '#rules/targets/sql-stages';
import { Terms, type Term } from '#rules/targets/sql-terms';
import { allValid, asTerm, type SqlFigure } from '#rules/targets/sql-validity';
import { sqlWidthsOf } from '#rules/targets/sql-widths';
import { figureAt, type SqlWriting } from '#rules/targets/sql-writing';

export interface SqlOptions {
  /** The relation of the rows: keys of `SQL_KEYS` and the columns of `sqlColumnsOf`. */
  readonly rows: string;
  /** The relation of the values, one row for each vector; may be left out where the plan reads no value. */
  readonly vectors?: string;
  /** Whether running totals are columns of the rows, or are summed up over a person's rows of the year. */
  readonly totals: 'given' | 'windowed';
}

/**
 * One SELECT that reckons a formula for all rows of a relation to the fen: an independent form of the compiled
 * targets, and the one that runs on a cluster. It gives the row's key, the outputs in the order of the plan,
 * each NULL where it is refused, and whether the row as a whole was reckoned.
 *
 * Inside, no figure is ever NULL. A figure that is missing is stood in for by one within its range, and its
 * validity is reckoned beside it: that of the branch taken alone. So LEAST and GREATEST, which pass over NULL,
 * and the third value of logic meet no NULL, nothing needs to be written twice for its sake, and no row, refused
 * or not, can overflow or divide by zero and end the statement.
 */
export function emitSql(plan: TargetPlan, dialect: SqlDialect, options: SqlOptions): string {
  const writing = writeNodes(plan, dialect, options.totals);
  const { columns, terms } = writing;
  const nodes = plan.outputs.map((name) => present(plan.formula.outputs[name], name));
  const wanted = [
    ...nodes.map((node) => outputTerm(writing, node)),
    asTerm(
      terms,
      allValid(
        terms,
        nodes.map((node) => figureAt(writing, node).valid),
      ),
    ),
  ];
  const staged = stageTerms(terms, wanted);
  const names = [...columns.outputs.map(({ column }) => column), SQL_KEYS.valid];
  return statement(staged, names, options, dialect);
}

function writeNodes(plan: TargetPlan, dialect: SqlDialect, totals: SqlOptions['totals']): SqlWriting {
  const words = DIALECTS[dialect];
  const figures = new Map<number, SqlFigure>();
  const writing: SqlWriting = {
    plan,
    words,
    widths: sqlWidthsOf(plan, words),
    columns: sqlColumnsOf(plan),
    terms: new Terms(),
    totals,
    figures,
  };
  for (const index of plan.live) figures.set(index, writeNode(writing, index, nodeAt(plan, index)));
  return writing;
}

function writeNode(writing: SqlWriting, index: number, node: FormulaNode): SqlFigure {
  switch (node.op) {
    case 'input':
      return writeInput(writing, { index, node });
    case 'value':
    case 'lookup':
      return writeCell(writing, { index, node });
    case 'constant':
      return writeConstant(writing, { index, node });
    case 'running':
      return writeRunning(writing, { index, node });
    case 'add':
    case 'subtract':
    case 'timesRate':
    case 'timesCount':
    case 'min':
    case 'max':
    case 'clamp':
      return writeArithmetic(writing, { index, node }, node.op);
    case 'round':
      return writeRound(writing, { index, node });
    case 'mulDiv':
      return writeMulDiv(writing, { index, node });
    case 'marginal':
      return writeMarginal(writing, { index, node });
    case 'daysBetween':
    case 'fullYears':
      return writeDates(writing, node, node.op);
    case 'compare':
      return writeCompare(writing, { index, node });
    case 'and':
    case 'or':
    case 'not':
      return writeLogic(writing, node, node.op);
    case 'if':
      return writeIf(writing, { index, node });
    case 'match':
      return writeMatch(writing, { index, node });
    case 'exceptions':
      return writeExceptions(writing, { index, node });
    case 'assert':
      return writeAssert(writing, { index, node });
  }
}

const MOST_BIGINT = 2n ** 63n - 1n;

/** An output, NULL where it is refused. Proved to fit 64 bits, it leaves the statement in 64 bits. */
function outputTerm(writing: SqlWriting, index: number): Term {
  const { terms, plan, widths } = writing;
  const { value, valid } = figureAt(writing, index);
  const { range, scale } = plan.of(index);
  const isNarrowed =
    widths.held(index) === 'wide' &&
    scaledSize(present(range, 'the range of a number'), scale) <= MOST_BIGINT;
  const out = isNarrowed ? terms.plain`${value}::BIGINT` : value;
  return valid.length === 0 ? out : terms.plain`(CASE WHEN ${asTerm(terms, valid)} THEN ${out} END)`;
}

function statement(
  { sources, stages, texts }: StagedTerms,
  names: readonly string[],
  options: SqlOptions,
  dialect: SqlDialect,
): string {
  const { materialized, fence } = DIALECTS[dialect].keptApart(stages.length);
  const windows = stages.map(({ hasWindow }) => hasWindow);
  const parts = [
    `s0 AS ${materialized}(SELECT ${[...keys(windows.includes(true)).map((key) => `r.${key}`), ...sources].join(', ')} FROM ${from(sources, options)})`,
    ...stages.map((stage, at) => {
      const list = [...keys(windows.indexOf(true, at + 1) !== -1), ...stage.handedOn, ...expressions(stage)];
      const window = stage.hasWindow ? EARLIER : '';
      return `s${at + 1} AS ${materialized}(SELECT ${list.join(', ')} FROM s${at}${window}${fence})`;
    }),
  ];
  const outputs = texts.map((text, at) => `${text} AS ${names[at] ?? ''}`);
  return `WITH ${parts.join(',\n')}\nSELECT ${[SQL_KEYS.row, ...outputs].join(', ')} FROM s${stages.length}`;
}

/** The rows of the same person and year before a row. */
const EARLIER =
  ` WINDOW earlier AS (PARTITION BY ${SQL_KEYS.person}, ${SQL_KEYS.year} ORDER BY ${SQL_KEYS.sequence}` +
  ' ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)';

function keys(areOrdered: boolean): readonly string[] {
  return areOrdered ? [SQL_KEYS.row, SQL_KEYS.person, SQL_KEYS.year, SQL_KEYS.sequence] : [SQL_KEYS.row];
}

function expressions({ reckoned }: SqlStage): readonly string[] {
  return reckoned.map(({ column, text }) => `${text} AS ${column}`);
}

/** The rows with the values of their vectors. A vector that is not there leaves its cells unknown. */
function from(sources: readonly string[], { rows, vectors }: SqlOptions): string {
  assertRelation(rows);
  if (!sources.some((column) => column.startsWith('c'))) return `${rows} AS r`;
  const values = present(vectors, 'the relation of the values');
  assertRelation(values);
  return `${rows} AS r LEFT JOIN ${values} AS v ON v.${SQL_KEYS.vector} = r.${SQL_KEYS.vector}`;
}

/** Relations are named by the program, in plain letters; nothing that needs a quote is one of them. */
function assertRelation(name: string): void {
  assert(/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/.test(name), `${name} is a plain name of a relation`);
}
