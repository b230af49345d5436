import { BodyWriter } from '#rules/targets/emit-body';
import { layoutOf, type ProgramLayout } from '#rules/targets/emit-layout';
import { indented, outputNodes, outputTexts } from '#rules/targets/emit-scalar';
import type { Readers } from '#rules/targets/emit-sources';
import { mostAdded, totalsWithin } from '#rules/targets/emit-totals';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';

/** One form of the loop: what is known of the rows beforehand need not be looked at row by row. */
export interface LoopForm {
  readonly name: string;
  /** Rows take different vectors of values. */
  readonly hasVectors: boolean;
}

/** A loop for rows of which no fact is marked missing and all cells are there, and the one that looks at all. */
export const LOOP_FORMS: readonly (LoopForm & { readonly careful?: string })[] = [
  { name: 'runWhole', hasVectors: false, careful: 'runPart' },
  { name: 'runWholeVectors', hasVectors: true, careful: 'runPartVectors' },
  { name: 'runPart', hasVectors: false },
  { name: 'runPartVectors', hasVectors: true },
];

const PARAMETERS = 'columns, marks, starts, vectorOf, vectors, carried, outputs, valid';

/** The fused loop over columns, once for each form: `run…(first, end, columns, marks, starts, …)`. */
export function emitColumns(plan: TargetPlan): string {
  const loops = LOOP_FORMS.map((form) =>
    form.careful === undefined ? emitCarefulLoop(plan, form) : emitSwiftLoop(plan, form, form.careful),
  );
  return [YEAR_END, ...loops].join('\n');
}

/** Every figure of every row with its validity: what is refused is refused here. */
function emitCarefulLoop(plan: TargetPlan, form: LoopForm): string {
  const { totals } = layoutOf(plan);
  const writer = new BodyWriter(plan, columnReaders('', form.hasVectors));
  writer.hoist(invariantNodes(plan, form.hasVectors));
  const before = writer.lines.splice(0);
  const outputs = outputNodes(plan);
  writer.reckon(loopRoots(plan));
  const { texts, condition } = outputTexts(writer, plan, outputs);
  const written = texts.map((text, at) => `o${at}[i] = ${text};`);
  const refused = texts.map((_, at) => `o${at}[i] = NaN;`);
  return [
    `function ${form.name}(first, end, ${PARAMETERS}) {`,
    ...arrayLines(plan, true),
    ...totalStart(totals, '0'),
    ...indented(before),
    '  for (let i = first; i < end; i++) {',
    ...rowStart(plan, form, totals, '0'),
    ...lostStart(totals),
    ...indented(writer.lines, '    '),
    `    if (${condition ?? 'true'}) {`,
    ...indented([...written, 'valid[i] = 1;', ...totalLines(writer, totals, outputs)], '      '),
    '    } else {',
    ...indented([...refused, 'valid[i] = 0;', ...totalLines(writer, totals)], '      '),
    '    }',
    '  }',
    ...totalEnd(totals, '0'),
    '}',
  ].join('\n');
}

/**
 * Takes each row for sound and reckons it without validities; a row that is not leaves as soon as that shows, and
 * the careful loop takes it, with the rest of the person's year, from the totals before it.
 */
function emitSwiftLoop(plan: TargetPlan, form: LoopForm, careful: string): string {
  const { totals } = layoutOf(plan);
  const call = (first: string, end: string): string => `${careful}(${first}, ${end}, ${PARAMETERS})`;
  const writer = swiftWriter(plan, columnReaders('', form.hasVectors));
  writer.hoist(invariantNodes(plan, form.hasVectors), `return ${call('first', 'end')}`);
  const before = writer.lines.splice(0);
  writer.reckon(loopRoots(plan));
  const { texts } = outputTexts(writer, plan, outputNodes(plan));
  const body = [
    ...writer.lines,
    ...texts.map((text, at) => `o${at}[i] = ${text};`),
    ...totalLines(writer, totals),
    'continue;',
  ];
  return [
    `function ${form.name}(first, end, ${PARAMETERS}) {`,
    ...arrayLines(plan, false),
    '  valid.fill(1, first, end);',
    ...indented(before),
    ...swiftLoop(plan, { form, base: '0', valuesAt: '0', careful: call, standing: writer.standing, body }),
    '}',
  ].join('\n');
}

/** A writer for rows that leave as soon as a check fails; their totals are never lost. */
export function swiftWriter(
  plan: TargetPlan,
  { fact, cell, total }: Readers,
  areFactsSound = false,
): BodyWriter {
  const added = mostAdded(plan);
  const isTotalKnown = (at: number): boolean => added[at] !== undefined;
  return new BodyWriter(plan, { fact, cell, total, isTotalKnown }, { areFactsSound, leave: 'break swift' });
}

interface SwiftLoop {
  readonly form: Pick<LoopForm, 'hasVectors'>;
  /** Where the loop's totals lie in `carried`, and its values in `vectors`. */
  readonly base: string;
  readonly valuesAt: string;
  /** What runs rows carefully. */
  readonly careful: (first: string, end: string) => string;
  /** What must hold of the values before any row is swift. */
  readonly standing: ReadonlySet<string>;
  /** What is done with a sound row. */
  readonly body: readonly string[];
}

/** The loop of the swift forms: rows that cannot be swift are run carefully to where the next person's year begins. */
export function swiftLoop(
  plan: TargetPlan,
  { form, base, valuesAt, careful, standing, body }: SwiftLoop,
): readonly string[] {
  const { totals } = layoutOf(plan);
  const load = totals.map((_, at) => `t${at} = carried[${base} + ${at}];`);
  const keep = totals.map((_, at) => `carried[${base} + ${at}] = t${at};`);
  // What the careful loop left is of a year that is over: the next row begins its own with 0.
  const anew = totals.map((_, at) => `  t${at} = 0;`);
  const needed = [...standing, ...totalsWithin(plan)];
  const lostBefore = [
    `if (!(${totals.map((_, at) => `t${at} === t${at}`).join(' && ')})) {`,
    '  begin = yearEnd(starts, first, end);',
    `  ${careful('first', 'begin')};`,
    '  if (begin === end) return;',
    ...anew,
    '}',
  ];
  return indented([
    ...load.map((each) => `let ${each}`),
    ...(needed.length === 0 ? [] : [`if (!(${needed.join(' && ')})) return ${careful('first', 'end')};`]),
    'let begin = first;',
    ...(totals.length === 0 ? [] : lostBefore),
    'for (let i = begin; i < end; i++) {',
    ...rowStart(plan, form, totals, valuesAt),
    '  swift: {',
    ...indented(body, '    '),
    '  }',
    ...indented(keep),
    '  const to = yearEnd(starts, i, end);',
    `  ${careful('i', 'to')};`,
    '  if (to === end) return;',
    ...anew,
    '  i = to - 1;',
    '}',
    ...keep,
  ]);
}

/** Where the next person's year begins after a row, at most `end`; without totals, and `starts`, each row stands alone. */
export const YEAR_END = `function yearEnd(starts, row, end) {
  let to = row + 1;
  while (to < end && starts[to] === 0) to++;
  return to;
}`;

/** What a row is run for. Totals that are read are needed by one of these. */
export function loopRoots(plan: TargetPlan): readonly number[] {
  const { totals } = layoutOf(plan);
  return [...outputNodes(plan), ...totals.map(({ amount }) => amount)];
}

function arrayLines(plan: TargetPlan, hasMarks: boolean): readonly string[] {
  const { fields } = layoutOf(plan);
  return indented([
    ...fields.map((_, at) => `const c${at} = columns[${at}];`),
    ...(hasMarks ? fields.map((_, at) => `const m${at} = marks[${at}];`) : []),
    ...plan.outputs.map((_, at) => `const o${at} = outputs[${at}];`),
  ]);
}

/** Facts by row `i`; cells from the vector that begins at `base`. */
export function columnReaders(base: string, hasVectors: boolean): Readers {
  const from = hasVectors ? 'base' : base;
  return {
    fact: (field) => `c${field}[i]`,
    missing: (field) => `m${field}[i]`,
    // Stryker disable next-line ConditionalExpression: nothing stands before an offset from where vectors begin
    cell: (offset) => `vectors[${from === '' ? '' : `${from} + `}${offset}]`,
    total: (at) => `t${at}`,
    isTotalLost: (at) => `p${at} === 1`,
  };
}

/**
 * Totals run as two numbers: the sum, and whether it is lost. Both are multiplied by 0 where a person's year
 * begins: years begin too irregularly for a jump, and a NaN would outlive the product.
 */
export function totalStart(totals: ProgramLayout['totals'], base: string): readonly string[] {
  return totals.flatMap((_, at) => [
    `  let t${at} = carried[${base} + ${at}];`,
    `  let p${at} = t${at} === t${at} ? 0 : 1;`,
    `  if (p${at} === 1) t${at} = 0;`,
  ]);
}

export function totalEnd(totals: ProgramLayout['totals'], base: string): readonly string[] {
  return totals.map((_, at) => `  carried[${base} + ${at}] = p${at} === 0 ? t${at} : NaN;`);
}

/** What a row begins with: its person's year, and where its vector of values lies. */
export function rowStart(
  plan: TargetPlan,
  form: Pick<LoopForm, 'hasVectors'>,
  totals: ProgramLayout['totals'],
  base: string,
): readonly string[] {
  // Stryker disable next-line ConditionalExpression: nothing is added to nothing
  const from = base === '0' ? '' : `${base} + `;
  return [
    ...(totals.length === 0 ? [] : ['    const goesOn = 1 - starts[i];']),
    ...totals.map((_, at) => `    t${at} *= goesOn;`),
    ...(form.hasVectors ? [`    const base = ${from}vectorOf[i] * ${plan.cellCount};`] : []),
  ];
}

/** The totals that the person's year has lost are found again where the next one begins. */
export function lostStart(totals: ProgramLayout['totals']): readonly string[] {
  return totals.map((_, at) => `    p${at} *= goesOn;`);
}

/**
 * Adds the row's amounts to the totals. One that is not known makes the rest of the person's year unknown.
 * @param known nodes that could be reckoned wherever these lines stand: what they need is not asked for again
 */
export function totalLines(
  writer: BodyWriter,
  totals: ProgramLayout['totals'],
  known: readonly number[] = [],
): readonly string[] {
  return totals.flatMap(({ node, amount }, at) => {
    const isWide = writer.isHeldWide(amount);
    const text = isWide ? `a${at}` : writer.text(amount);
    const condition = [writer.condition([node, amount], known), ...(isWide ? [`a${at} === a${at}`] : [])]
      .filter((each) => each !== undefined)
      .join(' && ');
    return [
      ...(isWide ? [`const a${at} = safeNumber(${writer.text(amount)});`] : []),
      condition === '' ? `t${at} += ${text};` : `if (${condition}) t${at} += ${text}; else p${at} = 1;`,
    ];
  });
}

/** Live nodes that no fact or total of the row comes into; where rows take different vectors, nor any value. */
export function invariantNodes(plan: TargetPlan, hasVectors: boolean): readonly number[] {
  const varying = new Set<number>();
  for (const index of plan.live) {
    const { op, args } = nodeAt(plan, index);
    const isValue = op === 'value' || op === 'lookup';
    const isOfRow = op === 'input' || op === 'running' || (hasVectors && isValue);
    if (isOfRow || args.some((arg) => varying.has(arg))) varying.add(index);
  }
  return plan.live.filter((index) => !varying.has(index));
}
