import { figureText } from '#rules/formula/figure';
import type { ColumnChunk, ColumnResults } from '#rules/targets/rows';
import { figureOfNumber } from '#tests/support/formula-rows-fields';
import type { TrialPlan } from '#tests/support/formula-rows-story';

/** What each target made of the same rows, by the target's name; a target may have run the first rows only. */
export type ByTarget = ReadonlyMap<string, ColumnResults>;

/** The first row on which targets differ, told with its person's year and every target's figures. */
export function firstDifference(trial: TrialPlan, chunk: ColumnChunk, results: ByTarget): string | undefined {
  const [reference, ...others] = [...results.values()];
  if (reference === undefined) return undefined;
  for (let row = 0; row < chunk.length; row += 1) {
    if (others.some((other) => row < other.valid.length && differs(reference, other, row))) {
      return told(trial, chunk, results, row);
    }
  }
  return undefined;
}

function differs(a: ColumnResults, b: ColumnResults, row: number): boolean {
  if (a.valid[row] !== b.valid[row]) return true;
  return a.valid[row] === 1 && a.outputs.some((output, at) => output[row] !== b.outputs[at]?.[row]);
}

function told(trial: TrialPlan, chunk: ColumnChunk, results: ByTarget, row: number): string {
  let first = row;
  while (first > 0 && chunk.starts?.[first] !== 1) first -= 1;
  const rows = Array.from({ length: row - first + 1 }, (_, at) => rowText(trial, chunk, first + at));
  const figures = [...results].map(([target, { outputs, valid }]) => {
    if (row >= valid.length) return `${target}: not run`;
    const texts = trial.plan.outputs.map((name, at) => `${name} ${outputs[at]?.[row]}`);
    return `${target}: ${valid[row] === 1 ? texts.join(', ') : 'refused'}`;
  });
  return [`${trial.title}, row ${row}:`, ...rows, ...figures].join('\n');
}

function rowText({ fields }: TrialPlan, { columns, vectorOf }: ColumnChunk, row: number): string {
  const facts = fields.map((field) => {
    const column = columns.get(field.field);
    const number = column?.missing?.[row] === 1 ? undefined : column?.data[row];
    return `${field.field} ${number === undefined ? 'missing' : figureText(figureOfNumber(field, number))}`;
  });
  return `  values ${vectorOf?.[row] ?? 0}: ${facts.join(', ')}`;
}
