import { assert, present } from '#kernel/assert';
import { constantOf, magnitudeOf } from '#rules/formula/figure';
import { daysOf } from '#rules/formula/day-number';
import type { FormulaNode } from '#rules/formula/node';
import { armOf, layBlocks, type Block } from '#rules/targets/emit-blocks';
import {
  armsOf,
  decidersOf,
  optionsOf,
  positionAmong,
  type Arm,
  type ChoosingNode,
} from '#rules/targets/emit-choices';
import {
  figureText,
  isPick,
  triedText,
  wholeText,
  type ArgumentTexts,
  type StrictNode,
} from '#rules/targets/emit-figures';
import { layoutOf, type ProgramLayout } from '#rules/targets/emit-layout';
import { sourceLines, type Checks, type Readers } from '#rules/targets/emit-sources';
import { yearsAsked } from '#rules/targets/emit-years';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';

/**
 * Conditions in JavaScript that must all hold for a node to be reckoned: names of truths that stand before it.
 * None: it always is.
 */
type Validity = ReadonlySet<string>;

const ALWAYS: Validity = new Set();

/**
 * Writes a formula's nodes as JavaScript statements: `n5` is node 5 as the plan holds it, `w5` says that it could
 * be reckoned. A way that is not chosen is neither reckoned nor asked for. What a source refuses is replaced by
 * its least figure while the row is run to its end, so that everything proved of ranges holds there too; the row
 * is refused by its validity. Generated names and numbers are all that is written, nothing of the pack's texts.
 */
export class BodyWriter {
  readonly layout: ProgramLayout;
  readonly lines: string[] = [];
  /** What must hold of the values that are the same in all rows, where rows leave as soon as a check fails. */
  readonly standing = new Set<string>();
  readonly #plan: TargetPlan;
  readonly #readers: Readers;
  readonly #checks: Checks;
  readonly #texts = new Map<number, string>();
  readonly #validity = new Map<number, Validity>();
  readonly #hoisted = new Set<number>();
  /** How a row leaves here that a check fails; see `Checks`. */
  #leave: string | undefined;

  constructor(plan: TargetPlan, readers: Readers, checks: Checks = {}) {
    this.#plan = plan;
    this.layout = layoutOf(plan);
    this.#readers = readers;
    this.#checks = checks;
    this.#leave = checks.leave;
  }

  /**
   * Reckons these nodes here, whether they are needed or not; those that they need must have been.
   * @param leave the statement for a check that fails here, where rows leave as soon as one does
   */
  hoist(nodes: readonly number[], leave = this.#leave): void {
    // Stryker disable next-line ArrayDeclaration: a block's nodes are read where it is laid, and this one is not
    const bare: Block = { depth: 0, nodes: [], arms: new Map() };
    this.#leave = leave;
    for (const node of nodes) {
      this.#node(bare, node);
      this.#hoisted.add(node);
    }
    this.#leave = this.#checks.leave;
  }

  /** Reckons what the roots need and what has not been reckoned yet. */
  reckon(roots: readonly number[]): void {
    this.#block(layBlocks(this.#plan, roots, (node) => this.#texts.has(node)));
  }

  /** Takes a node as reckoned elsewhere: its text, and the condition that it could be. */
  give(node: number, text: string, condition?: string): void {
    this.#set(node, text, condition === undefined ? ALWAYS : new Set([condition]));
  }

  text(node: number): string {
    return present(this.#texts.get(node), `node ${node} reckoned`);
  }

  isHeldWide(index: number): boolean {
    // Where rows leave, one with a figure beyond a double has left.
    return this.#leave === undefined && !this.#plan.of(index).isNarrow;
  }

  /**
   * Whether all of these could be reckoned, as a condition; undefined where they always are.
   * @param known nodes of which it stands already that they could be
   */
  condition(nodes: readonly number[], known: readonly number[] = []): string | undefined {
    const stands = union(known.map((node) => this.#validityOf(node)));
    const needed = union(nodes.map((node) => this.#validityOf(node)));
    return conditionOf(new Set([...needed].filter((condition) => !stands.has(condition))));
  }

  #block(block: Block): void {
    for (const node of block.nodes) this.#node(block, node);
  }

  #node(block: Block, index: number): void {
    const node = nodeAt(this.#plan, index);
    switch (node.op) {
      case 'input':
      case 'value':
      case 'lookup':
      case 'running':
        this.#source(node, index);
        return;
      case 'constant':
        this.#set(index, constantText(this.#plan, node, index, this.#plan.of(index).scale), ALWAYS);
        return;
      case 'assert': {
        const [condition = -1, value = -1] = node.args;
        const holds = this.#demand(this.text(condition));
        this.#set(
          index,
          this.text(value),
          union([this.#validityOf(condition), holds, this.#validityOf(value)]),
        );
        return;
      }
      case 'if':
      case 'match':
      case 'exceptions':
        this.#choosing(block, node, index);
        return;
      default: {
        const plain = (position: number): string => this.text(argAt(node, position));
        const narrow = (position: number, scale: bigint): string =>
          this.#narrow(argAt(node, position), scale);
        const wide = (position: number, scale: bigint): string => this.#wide(argAt(node, position), scale);
        if (this.#askYears(node, index)) return;
        this.#strict(node, index, { plain, narrow, wide });
        const ascending = node.op === 'marginal' ? this.#ascending(index, node.bands, wide, narrow) : ALWAYS;
        this.#set(index, `n${index}`, union([...node.args.map((arg) => this.#validityOf(arg)), ascending]));
      }
    }
  }

  #strict(node: StrictNode, index: number, texts: ArgumentTexts): void {
    const isTried = this.#leave !== undefined && !this.#plan.of(index).isReckonedNarrow;
    const tried = isTried ? triedText(this.#plan, node, `n${index}`, texts) : undefined;
    if (tried === undefined) {
      const text = figureText(this.#plan, index, node, texts, this.#leave !== undefined);
      this.lines.push(`const n${index} = ${text};`);
      this.#demandDouble(node, index);
      return;
    }
    this.lines.push(...tried.lines);
    this.#demand(tried.condition);
  }

  /** Whether full years are only asked about here, not reckoned for themselves, and the question was written. */
  #askYears(node: StrictNode, index: number): boolean {
    const asked = yearsAsked(this.#plan, node);
    if (asked === undefined || this.#texts.has(asked.years)) return false;
    const { from, to, count, isBelow } = asked;
    const [begin, end] = [from, to].map((arg) => this.text(arg));
    const { scale } = this.#plan.of(count);
    // Stryker disable next-line ConditionalExpression: a count divided by one is the count
    const years = scale === 1n ? this.text(count) : `${this.text(count)} / ${scale}`;
    this.lines.push(`const n${index} = ${isBelow ? '' : '!'}isFewerYears(${begin}, ${end}, ${years});`);
    this.#set(index, `n${index}`, union([from, to, count].map((arg) => this.#validityOf(arg))));
    return true;
  }

  #source(node: Parameters<typeof sourceLines>[2], index: number): void {
    const keys = node.op === 'lookup' ? node.args.map((arg) => this.text(arg)) : [];
    const { lines, isChecked } = sourceLines(this.#plan, index, node, {
      layout: this.layout,
      readers: this.#readers,
      checks: { ...this.#checks, leave: this.#leave },
      keys,
    });
    this.lines.push(...lines);
    const needs = node.op === 'lookup' ? node.args.map((arg) => this.#validityOf(arg)) : [];
    this.#set(index, `n${index}`, union([...needs, isChecked ? new Set([`w${index}`]) : ALWAYS]));
  }

  /** A scale whose thresholds do not ascend refuses the row; thresholds of constants were checked already. */
  #ascending(
    index: number,
    bands: number,
    wide: (position: number, scale: bigint) => string,
    narrow: (position: number, scale: bigint) => string,
  ): Validity {
    if (bands <= 2) return ALWAYS;
    const held = this.#plan.of(index).isReckonedNarrow ? narrow : wide;
    const pairs = Array.from({ length: bands - 2 }, (_, at) => `${held(2 + at, 1n)} <= ${held(3 + at, 1n)}`);
    if (this.#leave === undefined) {
      this.lines.push(`const w${index} = ${pairs.join(' && ')};`);
      return new Set([`w${index}`]);
    }
    const thresholds = nodeAt(this.#plan, index).args.slice(2, 1 + bands);
    if (thresholds.every((arg) => this.#hoisted.has(arg))) for (const pair of pairs) this.standing.add(pair);
    else this.#demand(pairs.join(' && '));
    return ALWAYS;
  }

  /** A condition for the row to be reckoned: either it leaves here, or the condition is part of a validity. */
  #demand(condition: string): Validity {
    if (this.#leave === undefined) return new Set([condition]);
    this.lines.push(`if (!(${condition})) ${this.#leave};`);
    return ALWAYS;
  }

  /** Where rows leave, one whose figure turns out to be beyond a double does. */
  #demandDouble(node: FormulaNode, index: number): void {
    if (this.#leave === undefined || node.unit === 'truth' || this.#plan.of(index).isReckonedNarrow) return;
    if (isPick(this.#plan, index, node)) return;
    this.#demand(`Number.isFinite(n${index})`);
  }

  #choosing(block: Block, node: ChoosingNode, index: number): void {
    const arms = armsOf(this.#plan, node, (position) => this.text(argAt(node, position)));
    const blocks = arms.map(({ position }) => armOf(block, index, position));
    const deciders = decidersOf(node).map((position) => this.#validityOf(argAt(node, position)));
    const texts = (): readonly string[] => arms.map(({ position }) => this.#armText(node, index, position));
    if (blocks.every(({ nodes }) => nodes.length === 0)) {
      const { common, rests } = split(arms.map(({ position }) => this.#validityOf(argAt(node, position))));
      this.lines.push(`const n${index} = ${chain(arms, texts())};`);
      this.#demandDouble(node, index);
      const own = rests.some(({ size }) => size > 0) ? new Set([`w${index}`]) : ALWAYS;
      if (own.size > 0) {
        this.lines.push(
          `const w${index} = ${chain(
            arms,
            rests.map((rest) => conditionOf(rest) ?? 'true'),
          )};`,
        );
      }
      this.#set(index, `n${index}`, union([...deciders, common, own]));
      return;
    }
    this.#branching(arms, blocks, node, index, deciders);
  }

  /** The ways as blocks of their own. Each is written first, so that it is known which of them need a validity. */
  #branching(
    arms: readonly Arm[],
    blocks: readonly Block[],
    node: ChoosingNode,
    index: number,
    deciders: readonly Validity[],
  ): void {
    const outer = this.lines.splice(0);
    const bodies = arms.map(({ position }, at) => {
      this.#block(present(blocks[at], 'the block of a way'));
      return [...this.lines.splice(0), `n${index} = ${this.#armText(node, index, position)};`];
    });
    const { common, rests } = split(arms.map(({ position }) => this.#validityOf(argAt(node, position))));
    const own = rests.some(({ size }) => size > 0) ? new Set([`w${index}`]) : ALWAYS;
    outer.push(own.size > 0 ? `let n${index}, w${index};` : `let n${index};`);
    arms.forEach(({ when }, at) => {
      const rest = own.size > 0 ? [`w${index} = ${conditionOf(rests[at] ?? ALWAYS) ?? 'true'};`] : [];
      const head = at === 0 ? '' : '} else ';
      outer.push(when === undefined ? `${head}{` : `${head}if (${when}) {`);
      outer.push(...[...(bodies[at] ?? []), ...rest].map((line) => `  ${line}`));
    });
    outer.push('}');
    this.lines.push(...outer);
    this.#demandDouble(node, index);
    this.#set(index, `n${index}`, union([...deciders, common, own]));
  }

  /** A result of a choosing node, held as the node itself is. */
  #armText(node: ChoosingNode, index: number, position: number): string {
    const arg = argAt(node, position);
    if (node.unit === 'choice') {
      return positionAmong(this.text(arg), optionsOf(this.#plan, arg), optionsOf(this.#plan, index));
    }
    const { scale, isReckonedNarrow } = this.#plan.of(index);
    return isReckonedNarrow ? this.#narrow(arg, scale) : this.#wide(arg, scale);
  }

  #narrow(arg: number, scale: bigint): string {
    assert(!this.isHeldWide(arg), `node ${arg} fits a double`);
    const node = nodeAt(this.#plan, arg);
    if (node.op === 'constant') return constantText(this.#plan, node, arg, scale);
    const factor = scale / this.#plan.of(arg).scale;
    const text = this.text(arg);
    return factor === 1n ? text : `(${text} * ${factor})`;
  }

  #wide(arg: number, scale: bigint): string {
    const factor = scale / this.#plan.of(arg).scale;
    return factor === 1n ? this.text(arg) : `timesWide(${this.text(arg)}, ${wholeText(factor)})`;
  }

  #set(index: number, text: string, validity: Validity): void {
    this.#texts.set(index, text);
    this.#validity.set(index, validity);
  }

  #validityOf(node: number): Validity {
    return present(this.#validity.get(node), `the validity of node ${node}`);
  }
}

function argAt(node: FormulaNode, position: number): number {
  return present(node.args[position], `argument ${position} of ${node.op}`);
}

function constantText(
  plan: TargetPlan,
  node: FormulaNode & { readonly op: 'constant' },
  index: number,
  scale: bigint,
): string {
  const figure = present(constantOf(node.unit, node.text), node.text);
  if (figure.unit === 'truth') return `${figure.holds}`;
  // It is the only one of its options.
  if (figure.unit === 'choice') return '0';
  if (figure.unit === 'date') return `(${daysOf(figure.date)})`;
  const { numerator, denominator } = magnitudeOf(figure);
  return `(${(numerator * scale) / denominator}${plan.of(index).isNarrow ? '' : 'n'})`;
}

function union(validities: readonly Validity[]): Validity {
  return new Set(validities.flatMap((validity) => [...validity]));
}

/** What all ways need, and what each needs besides. */
function split(ways: readonly Validity[]): {
  readonly common: Validity;
  readonly rests: readonly Validity[];
} {
  // What a single way needs is named in its own block, where nobody outside can see it.
  const [first] = ways.length > 1 ? ways : [ALWAYS];
  const common = new Set(
    [...(first ?? ALWAYS)].filter((condition) => ways.every((way) => way.has(condition))),
  );
  return { common, rests: ways.map((way) => new Set([...way].filter((each) => !common.has(each)))) };
}

function conditionOf(validity: Validity): string | undefined {
  return validity.size === 0 ? undefined : [...validity].join(' && ');
}

function chain(arms: readonly Arm[], texts: readonly string[]): string {
  return arms
    .map(({ when }, at) => `${when === undefined ? '' : `${when} ? `}${texts[at] ?? ''}`)
    .join(' : ');
}
