import { BodyWriter } from '#rules/targets/emit-body';
import {
  columnReaders,
  invariantNodes,
  loopRoots,
  lostStart,
  rowStart,
  swiftLoop,
  swiftWriter,
  totalEnd,
  totalLines,
  totalStart,
  YEAR_END,
} from '#rules/targets/emit-columns';
import { layoutOf } from '#rules/targets/emit-layout';
import { indented, outputNodes, outputTexts } from '#rules/targets/emit-scalar';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';

/** One form of the loop over the rows of one scenario. */
interface SweepForm {
  readonly name: string;
  readonly hasVectors: boolean;
  /** Of a form for values without missing cells, which takes the rows that `prepare` found sound: the other's name. */
  readonly careful?: string;
}

export const SWEEP_FORMS: readonly SweepForm[] = [
  { name: 'sweepWhole', hasVectors: false, careful: 'sweepPart' },
  { name: 'sweepWholeVectors', hasVectors: true, careful: 'sweepPartVectors' },
  { name: 'sweepPart', hasVectors: false },
  { name: 'sweepPartVectors', hasVectors: true },
];

/**
 * Sums of outputs by group under many vectors of values. `prepare` reckons once what depends on the row alone
 * and says of each row whether all of it is there; a sweep then runs the rest for one scenario, whose plain values
 * it reads once, and adds up.
 */
export function emitScenarios(plan: TargetPlan): string {
  const kept = keptNodes(plan);
  const prepare = emitPrepare(plan, kept);
  const sweeps = SWEEP_FORMS.map((form) =>
    form.careful === undefined
      ? emitCarefulSweep(plan, form, kept, prepare.isChecked)
      : emitSwiftSweep(plan, form, kept, form.careful),
  );
  return [prepare.text, YEAR_END, ...sweeps].join('\n');
}

/**
 * What is reckoned once for all scenarios: the last nodes on each way to the outputs that no value and no total
 * comes into. Facts are read where they lie, and what needs bigint does not fit a column.
 */
export function keptNodes(plan: TargetPlan): readonly number[] {
  const varying = new Set<number>();
  const invariant = new Set(invariantNodes(plan, true));
  for (const index of plan.live) {
    const { op, args } = nodeAt(plan, index);
    if (op === 'value' || op === 'lookup' || op === 'running' || args.some((arg) => varying.has(arg))) {
      varying.add(index);
    }
  }
  const kept = new Set<number>();
  const seen = new Set<number>();
  const visit = (index: number): void => {
    if (seen.has(index) || invariant.has(index)) return;
    seen.add(index);
    const { op, args } = nodeAt(plan, index);
    if (!varying.has(index) && op !== 'input' && plan.of(index).isNarrow) kept.add(index);
    else args.forEach(visit);
  };
  loopRoots(plan).forEach(visit);
  return [...kept].toSorted((a, b) => a - b);
}

/** Facts that a sweep reads itself. */
function sweptFacts(plan: TargetPlan, kept: readonly number[]): readonly number[] {
  const facts = new Set<number>();
  const visit = (index: number): void => {
    // Stryker disable next-line ConditionalExpression: a row that lacks another fact goes the careful way
    if (kept.includes(index)) return;
    const { op, args } = nodeAt(plan, index);
    if (op === 'input') facts.add(index);
    args.forEach(visit);
  };
  loopRoots(plan).forEach(visit);
  return [...facts];
}

function emitPrepare(
  plan: TargetPlan,
  kept: readonly number[],
): { readonly text: string; readonly isChecked: readonly boolean[] } {
  const { fields } = layoutOf(plan);
  const writer = new BodyWriter(plan, columnReaders('', false));
  const all = [...kept, ...sweptFacts(plan, kept)];
  writer.reckon(all);
  const conditions = kept.map((node) => writer.condition([node]));
  const { texts } = outputTexts(writer, plan, kept);
  const whole = writer.condition(all);
  const text = [
    'function prepare(length, columns, marks, kept, keptValid, sound) {',
    ...fields.flatMap((_, at) => [`  const c${at} = columns[${at}];`, `  const m${at} = marks[${at}];`]),
    ...kept.flatMap((_, at) => [`  const k${at} = kept[${at}];`, `  const q${at} = keptValid[${at}];`]),
    '  for (let i = 0; i < length; i++) {',
    ...indented(writer.lines, '    '),
    ...texts.map((each, at) => `    k${at}[i] = ${each};`),
    ...conditions.map((each, at) => `    q${at}[i] = ${each ?? 'true'} ? 1 : 0;`),
    `    sound[i] = ${whole ?? 'true'} ? 1 : 0;`,
    '  }',
    '}',
  ].join('\n');
  return { text, isChecked: conditions.map((each) => each !== undefined) };
}

const PARAMETERS = [
  'columns, marks, kept, keptValid, sound, starts, vectorOf, groupOf, vectors, from, carried, carriedAt',
  'groups, sums, sumsAt, refused, refusedAt',
].join(', ');

function emitCarefulSweep(
  plan: TargetPlan,
  form: SweepForm,
  kept: readonly number[],
  isChecked: readonly boolean[],
): string {
  const { totals } = layoutOf(plan);
  const writer = new BodyWriter(plan, columnReaders('from', form.hasVectors));
  writer.hoist(invariantNodes(plan, form.hasVectors));
  const before = writer.lines.splice(0);
  takeKept(writer, plan, kept, (at) => (isChecked[at] === true ? `q${at}[i] === 1` : undefined));
  const outputs = outputNodes(plan);
  writer.reckon(loopRoots(plan));
  const { texts, condition } = outputTexts(writer, plan, outputs);
  const adding = addingLines(texts);
  return [
    `function ${form.name}(first, end, ${PARAMETERS}) {`,
    ...arrayLines(plan, kept, true),
    ...totalStart(totals, 'carriedAt'),
    ...indented(before),
    '  for (let i = first; i < end; i++) {',
    ...rowStart(plan, form, totals, 'from'),
    ...lostStart(totals),
    ...indented(writer.lines, '    '),
    `    if (${condition ?? 'true'}) {`,
    ...indented([...adding, ...totalLines(writer, totals, outputs)], '      '),
    '    } else {',
    '      refused[refusedAt + groupOf[i]] += 1;',
    '      refused[refusedAt + groups] += 1;',
    ...indented(totalLines(writer, totals), '      '),
    '    }',
    '  }',
    ...totalEnd(totals, 'carriedAt'),
    '}',
  ].join('\n');
}

/** The sweep of sound rows; the others, and those that a total or a figure beyond a double stops, go the careful way. */
function emitSwiftSweep(plan: TargetPlan, form: SweepForm, kept: readonly number[], careful: string): string {
  const call = (first: string, end: string): string => `${careful}(${first}, ${end}, ${PARAMETERS})`;
  const writer = swiftWriter(plan, columnReaders('from', form.hasVectors), true);
  writer.hoist(invariantNodes(plan, form.hasVectors), `return ${call('first', 'end')}`);
  const before = writer.lines.splice(0);
  takeKept(writer, plan, kept, () => undefined);
  writer.reckon(loopRoots(plan));
  const { texts } = outputTexts(writer, plan, outputNodes(plan));
  const body = [
    'if (sound[i] === 0) break swift;',
    ...writer.lines,
    ...addingLines(texts),
    ...totalLines(writer, layoutOf(plan).totals),
    'continue;',
  ];
  const { standing } = writer;
  return [
    `function ${form.name}(first, end, ${PARAMETERS}) {`,
    ...arrayLines(plan, kept, false),
    ...indented(before),
    ...swiftLoop(plan, { form, base: 'carriedAt', valuesAt: 'from', careful: call, standing, body }),
    '}',
  ].join('\n');
}

/** What `prepare` has reckoned is read, not reckoned again. */
function takeKept(
  writer: BodyWriter,
  plan: TargetPlan,
  kept: readonly number[],
  condition: (at: number) => string | undefined,
): void {
  kept.forEach((node, at) => {
    const isTruth = nodeAt(plan, node).unit === 'truth';
    writer.lines.push(`const n${node} = k${at}[i]${isTruth ? ' === 1' : ''};`);
    writer.give(node, `n${node}`, condition(at));
  });
}

function addingLines(texts: readonly string[]): readonly string[] {
  return ['const g = groupOf[i];', ...texts.map((text, at) => `sums[s${at}At + g] += ${text};`)];
}

function arrayLines(plan: TargetPlan, kept: readonly number[], isCareful: boolean): readonly string[] {
  const { fields } = layoutOf(plan);
  return indented([
    ...fields.map((_, at) => `const c${at} = columns[${at}];`),
    ...kept.map((_, at) => `const k${at} = kept[${at}];`),
    ...(isCareful ? fields.map((_, at) => `const m${at} = marks[${at}];`) : []),
    ...(isCareful ? kept.map((_, at) => `const q${at} = keptValid[${at}];`) : []),
    ...plan.outputs.map((_, at) => `const s${at}At = sumsAt + ${at} * groups;`),
  ]);
}
