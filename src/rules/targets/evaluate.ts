import { LOOP_FORMS, emitColumns } from '#rules/targets/emit-columns';
import { PROGRAM_HELPERS } from '#rules/targets/emit-helpers';
import { SWEEP_FORMS, emitScenarios } from '#rules/targets/emit-scenarios';
import { emitScalar } from '#rules/targets/emit-scalar';
import { emitTrace } from '#rules/targets/emit-trace';
import type { TargetPlan } from '#rules/targets/plan';

/** JavaScript of a plan: declarations of functions, and their names. Plain data, which a worker can be sent. */
export interface ProgramSource {
  readonly text: string;
  readonly functions: readonly string[];
}

/** One row at a time. */
export function scalarSource(plan: TargetPlan): ProgramSource {
  return { text: `${PROGRAM_HELPERS}${emitScalar(plan)}`, functions: ['settle'] };
}

/** One row with every figure behind its outputs. */
export function traceSource(plan: TargetPlan): ProgramSource {
  return { text: `${PROGRAM_HELPERS}${emitTrace(plan)}`, functions: ['trace'] };
}

/** Many rows side by side. */
export function columnsSource(plan: TargetPlan): ProgramSource {
  const functions = LOOP_FORMS.map(({ name }) => name);
  return { text: `${PROGRAM_HELPERS}${emitColumns(plan)}`, functions };
}

/** Many rows, each under many vectors of values, in sums only. */
export function scenariosSource(plan: TargetPlan): ProgramSource {
  const functions = ['prepare', ...SWEEP_FORMS.map(({ name }) => name)];
  return { text: `${PROGRAM_HELPERS}${emitScenarios(plan)}`, functions };
}

/**
 * The functions of a source, ready to be called. The one place where text becomes a program: the text was written
 * by the emitters from a checked formula and consists of their own words, generated names and numbers.
 */
export function evaluate({ text, functions }: ProgramSource): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- no text of a pack or a user comes into it
  const program = new Function(`'use strict';${text}\nreturn { ${functions.join(', ')} };`) as () => unknown;
  return program();
}

/** The same program as an ES module, for a page that may not evaluate text, and to be read by people. */
export function emitModule(plan: TargetPlan): string {
  const text = [PROGRAM_HELPERS, emitScalar(plan), emitColumns(plan)].join('\n');
  const functions = ['settle', ...LOOP_FORMS.map(({ name }) => name)];
  return `${text}\nexport { ${functions.join(', ')} };\n`;
}
