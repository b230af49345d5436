import { compareRationals, rational } from '#kernel/rational';
import { factsOf, type Fact } from '#rules/formula/condition-facts';
import { mostAbove } from '#rules/formula/differences';
import { intervalOf, type Bounds } from '#rules/formula/intervals';
import { branchesOf, type Formula, type FormulaNode, type OfOperator } from '#rules/formula/node';
import type { Interval } from '#rules/formula/unit-ranges';

const ZERO = rational(0n);
const ONE = rational(1n);

/** Steps that one question may take: far more than any proof of ours, and no graph can make it wait. */
const MOST_STEPS = 5_000;
/** Questions within questions, so that a deep graph cannot exhaust the program's stack. */
const MOST_DEPTH = 200;

/**
 * Proves ranges and orders of figures from the graph alone: intervals from the sources upwards, and orders by
 * how operators work (the smaller of two is at most either; a share of an amount is at most the amount).
 * It proves nothing false of any row in which both figures are reckoned; what it cannot prove may still be true.
 */
export function boundsOf(formula: Pick<Formula, 'nodes'>): Bounds {
  return new Prover(formula.nodes);
}

class Prover implements Bounds {
  readonly #nodes: readonly FormulaNode[];
  readonly #ranges: (Interval | undefined)[] = [];
  /** By both nodes in one number. */
  readonly #proved = new Map<number, boolean>();
  readonly #facts = new Map<number, readonly Fact[]>();
  /** Differences already proved, keyed by the pair of node numbers packed into one; equal proofs overwrite each other. */
  readonly #remainders = new Map<number, number>();
  #steps = 0;
  #depth = 0;

  constructor(nodes: readonly FormulaNode[]) {
    this.#nodes = nodes;
    nodes.forEach((node, at) => {
      if (node.op !== 'subtract') return;
      const [whole = -1, part = -1] = node.args;
      this.#remainders.set(this.#pair(whole, part), at);
    });
    for (const node of nodes) this.#ranges.push(intervalOf(node, this));
    // What was not proved may have failed for a range that was not known yet.
    this.#proved.clear();
  }

  node(index: number): FormulaNode | undefined {
    return this.#nodes[index];
  }

  range(node: number): Interval | undefined {
    return this.#ranges[node];
  }

  isAtMost(a: number, b: number): boolean {
    if (a === b) return true;
    if (this.#byRange(a, b)) return true;
    const key = this.#pair(a, b);
    const known = this.#proved.get(key);
    // Stryker disable ConditionalExpression,EqualityOperator,AssignmentOperator: how long a proof may take, not what it proves
    if (known !== undefined) return known;
    if (this.#depth === 0) this.#steps = 0;
    if (this.#steps >= MOST_STEPS || this.#depth >= MOST_DEPTH) return false;
    this.#steps += 1;
    // Stryker restore ConditionalExpression,EqualityOperator,AssignmentOperator
    // A question that leads back to itself proves nothing.
    // Stryker disable next-line BooleanLiteral: no formula is known whose proof does; the guard stays for one that might
    this.#proved.set(key, false);
    this.#depth += 1;
    const proved = this.#byLower(a, b) || this.#byUpper(a, b) || this.#byPair(a, b);
    this.#depth -= 1;
    this.#proved.set(key, proved);
    return proved;
  }

  facts(condition: number, holds: boolean): readonly Fact[] {
    const key = this.#pair(condition, holds ? 1 : 0);
    const known = this.#facts.get(key) ?? factsOf(this, condition, holds);
    this.#facts.set(key, known);
    return known;
  }

  isNotNegative(node: number): boolean {
    const low = this.#ranges[node]?.low;
    return low !== undefined && compareRationals(low, ZERO) >= 0;
  }

  #byRange(a: number, b: number): boolean {
    const [lower, upper] = [this.#ranges[a], this.#ranges[b]];
    return lower !== undefined && upper !== undefined && compareRationals(lower.high, upper.low) <= 0;
  }

  /** By how the lower figure comes about. */
  #byLower(a: number, b: number): boolean {
    const node = this.#nodes[a];
    if (node === undefined) return false;
    const [first = -1, second = -1, third = -1] = node.args;
    switch (node.op) {
      case 'min':
        return node.args.some((arg) => this.isAtMost(arg, b));
      case 'clamp':
        return this.isAtMost(second, b) && (this.isAtMost(first, b) || this.isAtMost(third, b));
      // Stryker disable ConditionalExpression: conditions do the same, and a figure or a key tells no facts
      case 'max':
      case 'match':
      case 'exceptions':
        return branchesOf(node).every((arg) => this.isAtMost(arg, b));
      // Stryker restore ConditionalExpression
      case 'if':
      case 'assert':
        return this.#everyBranch(node, (arg, facts) => this.#isAtMostGiven(arg, b, facts));
      case 'subtract':
        return (
          (this.isNotNegative(second) && this.isAtMost(first, b)) || this.#isStretchWithin(second, first, b)
        );
      case 'timesRate':
        return this.#isShare(second) && this.isNotNegative(first) && this.isAtMost(first, b);
      case 'marginal':
        return (
          node.args.slice(1 + node.bands).every((rate) => this.#isShare(rate)) &&
          this.#isStretchWithin(first, second, b)
        );
      case 'round':
        // What is at most a whole number of fen is so after rounding too.
        return this.#isWhole(b) && this.isAtMost(first, b);
      case 'mulDiv':
        return (
          this.#isWhole(b) &&
          this.isNotNegative(first) &&
          this.isNotNegative(second) &&
          this.isAtMost(second, third) &&
          this.isAtMost(first, b)
        );
      case 'add':
        return node.args.length === 2 && (this.#fits(first, second, b) || this.#fits(second, first, b));
      // Stryker disable next-line ConditionalExpression: what gives no answer proves nothing either
      default:
        return false;
    }
  }

  /** By how the upper figure comes about. */
  #byUpper(a: number, b: number): boolean {
    const node = this.#nodes[b];
    if (node === undefined) return false;
    const [first = -1, second = -1, third = -1] = node.args;
    switch (node.op) {
      case 'max':
        return node.args.some((arg) => this.isAtMost(a, arg));
      case 'clamp':
        return this.isAtMost(a, third) && (this.isAtMost(a, second) || this.isAtMost(a, first));
      // Stryker disable ConditionalExpression: conditions do the same, and a figure or a key tells no facts
      case 'min':
      case 'match':
      case 'exceptions':
        return branchesOf(node).every((arg) => this.isAtMost(a, arg));
      // Stryker restore ConditionalExpression
      case 'if':
      case 'assert':
        return this.#everyBranch(node, (arg, facts) => this.#isAtMostGiven(a, arg, facts));
      case 'add':
        return node.args.some(
          (arg, at) =>
            this.isAtMost(a, arg) && node.args.toSpliced(at, 1).every((other) => this.isNotNegative(other)),
        );
      case 'round':
        return this.#isWhole(a) && this.isAtMost(a, first);
      // Stryker disable next-line ConditionalExpression: what gives no answer proves nothing either
      default:
        return false;
    }
  }

  /** By two figures that come about alike, part by part. */
  #byPair(a: number, b: number): boolean {
    const [lower, upper] = [this.#nodes[a], this.#nodes[b]];
    if (lower === undefined || upper === undefined) return false;
    const [first = -1, second = -1] = lower.args;
    const [aboveFirst = -1, aboveSecond = -1] = upper.args;
    if (lower.op === 'subtract' && upper.op === 'subtract') {
      return this.isAtMost(first, aboveFirst) && this.isAtMost(aboveSecond, second);
    }
    if (lower.op === 'round' && upper.op === 'round') {
      return lower.rounding === upper.rounding && this.isAtMost(first, aboveFirst);
    }
    if (
      (lower.op === 'timesRate' || lower.op === 'timesCount') &&
      (upper.op === 'timesRate' || upper.op === 'timesCount')
    ) {
      const isMoreOf = second === aboveSecond || this.isNotNegative(aboveFirst);
      return (
        this.isNotNegative(second) &&
        isMoreOf &&
        this.isAtMost(first, aboveFirst) &&
        this.isAtMost(second, aboveSecond)
      );
    }
    if (lower.op === 'add' && upper.op === 'add' && lower.args.length === upper.args.length) {
      return lower.args.every((arg, at) => this.isAtMost(arg, upper.args[at] ?? -1));
    }
    return false;
  }

  #everyBranch(
    node: OfOperator<'if' | 'assert'>,
    holds: (branch: number, facts: readonly Fact[]) => boolean,
  ): boolean {
    return branchesOf(node).every((branch, at) => holds(branch, this.facts(node.args[0] ?? -1, at === 0)));
  }

  /** Where one of the facts holds, also by way of it. */
  #isAtMostGiven(a: number, b: number, facts: readonly Fact[]): boolean {
    return (
      this.isAtMost(a, b) || facts.some(({ low, high }) => this.isAtMost(a, low) && this.isAtMost(high, b))
    );
  }

  /** Whether `to` is above `from` by no more than the bound. */
  #isStretchWithin(from: number, to: number, bound: number): boolean {
    const most = mostAbove(this, from, to);
    if (most === undefined) return false;
    const [only, ...others] = most;
    // Stryker disable next-line ConditionalExpression: what adds nothing has a range that ends at zero, and was proved by it
    if (only === undefined) return this.isNotNegative(bound);
    return others.length === 0 && this.isNotNegative(bound) && this.isAtMost(only, bound);
  }

  /** Whether `part` fits into what `bound` leaves after `other`. */
  #fits(part: number, other: number, bound: number): boolean {
    const left = this.#remainders.get(this.#pair(bound, other));
    return left !== undefined && this.isAtMost(part, left);
  }

  /** Two nodes, each of them −1 for none, in one number. */
  #pair(a: number, b: number): number {
    // Stryker disable next-line ArithmeticOperator: any number will do that no other two nodes have
    return (a + 1) * (this.#nodes.length + 2) + b + 1;
  }

  #isWhole(node: number): boolean {
    return this.#nodes[node]?.unit === 'fen';
  }

  #isShare(rate: number): boolean {
    const range = this.#ranges[rate];
    return range !== undefined && compareRationals(range.high, ONE) <= 0;
  }
}
