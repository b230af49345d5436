import type { Bilingual } from '#kernel/bilingual';
import type { Bounds } from '#rules/formula/intervals';
import { comparisonSources, holdsFor, type Standing } from '#rules/formula/comparison-cases';
import { conditionsOf, type Formula, type FormulaNode } from '#rules/formula/node';

/** What one source of a condition is in a case: a choice, a truth, or how a figure stands to its comparisons. */
export interface SourceState {
  readonly text: Bilingual;
  readonly is: string | boolean | Standing;
}

/** One combination of what the sources of conditions can be, by source. */
export type ConditionCase = ReadonlyMap<string, SourceState>;

interface Source {
  readonly id: string;
  readonly states: readonly SourceState[];
}

/** All cases of some conditions; undefined where there are more than `most` of them. */
export function conditionCases(
  formula: Formula,
  bounds: Bounds,
  conditions: readonly number[],
  most: number,
): Iterable<ConditionCase> | undefined {
  const sources = sourcesOf(formula, bounds, conditions);
  const count = sources.reduce((product, { states }) => product * states.length, 1);
  return count > most ? undefined : combinations(sources);
}

/** Whether a condition holds in a case; undefined where a row in that case would be refused. */
export function holdsIn(formula: Formula, condition: number, each: ConditionCase): boolean | undefined {
  const is = stateOf({ formula, each, known: new Map() }, condition);
  return typeof is === 'boolean' ? is : undefined;
}

function* combinations(sources: readonly Source[]): Iterable<ConditionCase> {
  const at = sources.map(() => 0);
  if (sources.some(({ states }) => states.length === 0)) return;
  for (;;) {
    yield new Map(
      sources.flatMap(({ id, states }, index) => {
        const state = states[at[index] ?? 0];
        // Stryker disable next-line ConditionalExpression,ArrayDeclaration: each turn points at a state; the compiler does not see it
        return state === undefined ? [] : [[id, state] as const];
      }),
    );
    let turn = 0;
    while (turn < sources.length && at[turn] === (sources[turn]?.states.length ?? 0) - 1) {
      at[turn] = 0;
      turn += 1;
    }
    if (turn === sources.length) return;
    at[turn] = (at[turn] ?? 0) + 1;
  }
}

function sourcesOf(formula: Formula, bounds: Bounds, conditions: readonly number[]): readonly Source[] {
  const found = new Map<string, Source>();
  const comparisons: number[] = [];
  const seen = new Set<number>();
  const open = [...conditions];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const node = formula.nodes[index];
    if (node === undefined || seen.has(index)) continue;
    seen.add(index);
    if (isFigureComparison(formula, node)) {
      comparisons.push(index);
      continue;
    }
    const source = givenSource(formula, node, index);
    if (source === undefined) open.push(...node.args);
    else found.set(source.id, merged(source, found.get(source.id)));
  }
  return [
    ...found.values(),
    ...comparisonSources(
      formula,
      bounds,
      comparisons.toSorted((a, b) => a - b),
    ),
  ];
}

function isFigureComparison({ nodes }: Formula, node: FormulaNode): boolean {
  if (node.op !== 'compare') return false;
  // Stryker disable next-line OptionalChaining: what is compared is a node
  const unit = nodes[node.args[0] ?? -1]?.unit;
  return unit !== 'truth' && unit !== 'choice';
}

/** What the row or the pack gives: one source for a field, one for each node that reads a value. */
function givenSource(formula: Formula, node: FormulaNode, index: number): Source | undefined {
  if (node.op !== 'input' && node.op !== 'value' && node.op !== 'lookup') return undefined;
  const id = idOf(node, index);
  const of = (text: string): Bilingual => node.label ?? { zh: text, en: text };
  const { zh, en } = of(node.op === 'input' ? node.field : node.value);
  if (node.unit === 'truth') {
    return {
      id,
      states: [true, false].map((is) => ({
        text: { zh: `${zh}：${is ? '是' : '否'}`, en: `${en}: ${is ? 'yes' : 'no'}` },
        is,
      })),
    };
  }
  const options = node.options ?? [...optionsWithin(formula), 'other', `other ${id}`];
  return { id, states: options.map((is) => ({ text: { zh: `${zh} = ${is}`, en: `${en} = ${is}` }, is })) };
}

/** A choice of open options may be any that the formula names, or one that it does not. */
function optionsWithin({ nodes }: Formula): readonly string[] {
  return [...new Set(nodes.flatMap(({ options = [] }) => options))];
}

/** Two nodes may read one field with options of their own: it can be any of both. */
function merged(source: Source, known: Source | undefined): Source {
  if (known === undefined) return source;
  const isNew = ({ is }: SourceState): boolean => known.states.every((state) => state.is !== is);
  return { id: source.id, states: [...known.states, ...source.states.filter(isNew)] };
}

function idOf(node: FormulaNode, index: number): string {
  return node.op === 'input' ? `input ${node.field}` : `node ${index}`;
}

type State = string | boolean | undefined;

/** One case, and what its nodes came to: conditions share parts, and each is looked at once. */
interface StatedCase {
  readonly formula: Formula;
  readonly each: ConditionCase;
  readonly known: Map<number, State>;
}

function stateOf(stated: StatedCase, index: number): State {
  const { known } = stated;
  // Stryker disable next-line ConditionalExpression: it saves looking again, and would find the same
  if (!known.has(index)) known.set(index, findState(stated, index));
  return known.get(index);
}

function findState(stated: StatedCase, index: number): State {
  const { formula, each } = stated;
  const node = formula.nodes[index];
  if (node === undefined) return undefined;
  const at = (position: number): State => stateOf(stated, node.args[position] ?? -1);
  switch (node.op) {
    case 'constant':
      return node.unit === 'truth' ? node.text === 'true' : node.text;
    case 'and':
    case 'or': {
      const states = node.args.map((_, position) => at(position));
      if (states.includes(undefined)) return undefined;
      return node.op === 'and' ? !states.includes(false) : states.includes(true);
    }
    case 'not': {
      const is = at(0);
      return typeof is === 'boolean' ? !is : undefined;
    }
    case 'compare': {
      if (isFigureComparison(formula, node)) return holdsFor(node, index, each);
      const [a, b] = [at(0), at(1)];
      return a === undefined || b === undefined ? undefined : a === b;
    }
    case 'if':
      return chosen(at, at(0) === undefined ? undefined : at(0) === true ? 1 : 2);
    case 'assert':
      return chosen(at, at(0) === true ? 1 : undefined);
    case 'match': {
      const found = node.cases.indexOf(String(at(0)));
      return chosen(at, at(0) === undefined ? undefined : 1 + (found === -1 ? node.cases.length : found));
    }
    case 'exceptions': {
      const states = conditionsOf(node).map((_, position) => at(1 + 2 * position));
      const found = states.indexOf(true);
      return states.includes(undefined) ? undefined : at(2 * (found + 1));
    }
    default: {
      const is = each.get(idOf(node, index))?.is;
      return typeof is === 'object' ? undefined : is;
    }
  }
}

function chosen(at: (position: number) => State, position: number | undefined): State {
  // Stryker disable next-line ConditionalExpression: what stands at no position has no state either
  return position === undefined ? undefined : at(position);
}
