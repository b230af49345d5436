import { present } from '#kernel/assert';
import { isChoosing, decidersOf } from '#rules/targets/emit-choices';
import { yearsAsked } from '#rules/targets/emit-years';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';

/** Statements that run together: the body itself, or one way of a choosing node. */
export interface Block {
  readonly parent?: Block;
  readonly depth: number;
  /** Nodes reckoned here and in no narrower block, each after its arguments. */
  readonly nodes: number[];
  /** The blocks of the ways of choosing nodes here, by node and argument position. */
  readonly arms: Map<string, Block>;
}

/**
 * Puts each node that the roots need where only the rows that need it reckon it: into the innermost way of a
 * choice that holds all of its uses. Nodes that `isGiven` have a text already and are not followed.
 */
export function layBlocks(
  plan: TargetPlan,
  roots: readonly number[],
  isGiven: (node: number) => boolean,
): Block {
  const body: Block = { depth: 0, nodes: [], arms: new Map() };
  const homes = new Map<number, Block>();
  const use = (node: number, block: Block): void => {
    if (isGiven(node)) return;
    const home = homes.get(node);
    homes.set(node, home === undefined ? block : shared(home, block));
  };
  for (const root of roots) use(root, body);
  for (const index of [...plan.live].reverse()) {
    const home = homes.get(index);
    if (home === undefined) continue;
    const node = nodeAt(plan, index);
    // A total is looked after in every row, whether the row needs it or not.
    const place = node.op === 'running' ? body : home;
    place.nodes.unshift(index);
    if (node.op === 'running') continue;
    const asked = yearsAsked(plan, node);
    if (asked !== undefined && !isGiven(asked.years)) {
      for (const arg of [asked.from, asked.to, asked.count]) use(arg, place);
      continue;
    }
    const deciders = isChoosing(node) ? decidersOf(node) : undefined;
    node.args.forEach((arg, position) =>
      use(arg, deciders?.includes(position) === false ? armOf(place, index, position) : place),
    );
  }
  return body;
}

/** The block of one way of a choosing node, made where it is first asked for. */
export function armOf(block: Block, node: number, position: number): Block {
  const key = `${node} ${position}`;
  const known = block.arms.get(key);
  if (known !== undefined) return known;
  const arm: Block = { parent: block, depth: block.depth + 1, nodes: [], arms: new Map() };
  block.arms.set(key, arm);
  return arm;
}

function shared(a: Block, b: Block): Block {
  if (a === b) return a;
  // Stryker disable next-line EqualityOperator: of two that lie equally deep either may be left first
  return a.depth >= b.depth ? shared(around(a), b) : shared(a, around(b));
}

function around({ parent }: Block): Block {
  return present(parent, 'the block around a way');
}
