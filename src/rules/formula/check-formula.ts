import type { Bilingual } from '#kernel/bilingual';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { boundsOf } from '#rules/formula/bounds';
import { exceptionCheck } from '#rules/formula/check-exceptions';
import { claimFaults, nodeProofFaults, outputRangeFaults } from '#rules/formula/check-proofs';
import { sourceFaults } from '#rules/formula/check-sources';
import { formulaFault } from '#rules/formula/formula-fault';
import { placeOf, type Formula, type FormulaNode } from '#rules/formula/node';
import { unitFault } from '#rules/formula/unit-rules';
import type { FindShape } from '#rules/formula/value-shape';

/**
 * Holds a formula to its rules. First what can be seen of each node: units fit, an exact amount never leaves it
 * unrounded, whatever it reckons or states cites a clause, its values and tables exist, every case of a choice
 * is met, no name stands for two nodes. Then what must be proved for every row: no division by zero, no
 * overflow, one exception at a time, and every claim.
 * @param shapes the pack's values; absent for a stored formula, whose values were checked when it was built
 */
export function checkFormula(formula: Formula, shapes?: FindShape): Decision<Formula> {
  const ofNames = nameFaults(formula);
  const seen = [
    ...formula.nodes.flatMap((node, index) =>
      // Stryker disable next-line ArrayDeclaration: there is a list for each node
      nodeFaults(formula, node, index, ofNames[index] ?? [], shapes).map((what) =>
        formulaFault(placeOf(formula, index), what),
      ),
    ),
    ...Object.entries(formula.outputs).flatMap(([name, index]) =>
      outputFaults(formula, index).map((what) => formulaFault(`${formula.id}/${name}`, what)),
    ),
  ];
  const [first, ...others] = seen;
  // Proofs read the graph as it should be; of a graph that is not, they would prove nothing.
  return first === undefined ? allowUnless(proofFaults(formula), () => formula) : refuse(first, ...others);
}

function proofFaults(formula: Formula): readonly Refusal[] {
  const bounds = boundsOf(formula);
  const exceptionFaults = exceptionCheck(formula, bounds);
  return [
    ...formula.nodes.flatMap((node, index) => [
      ...nodeProofFaults(formula, node, bounds).map((what) => formulaFault(placeOf(formula, index), what)),
      ...(node.op === 'exceptions' ? exceptionFaults(index) : []),
    ]),
    ...outputRangeFaults(formula, bounds),
    ...claimFaults(formula, bounds),
  ];
}

function nodeFaults(
  formula: Formula,
  node: FormulaNode,
  index: number,
  ofNames: readonly Bilingual[],
  shapes: FindShape | undefined,
): readonly Bilingual[] {
  if (node.args.some((arg) => !Number.isInteger(arg) || arg < 0 || arg >= index)) {
    return [{ zh: '引用了它之后的节点', en: 'is reckoned from a node that does not stand before it' }];
  }
  // Stryker disable next-line ArrayDeclaration: each argument stands before its node
  const args = node.args.flatMap((arg) => formula.nodes[arg] ?? []);
  return [
    ...ofNames,
    ...citationFaults(node),
    ...unitFaults(node, args),
    ...sourceFaults(node, args, shapes),
  ];
}

/** Of each node: a name stands for one node, and the name of a total for what one amount adds up to. */
function nameFaults({ nodes }: Formula): readonly (readonly Bilingual[])[] {
  const names = new Set<string | undefined>();
  const amounts = new Map<string, Set<number | undefined>>();
  return nodes.map((node) => {
    const { name } = node;
    const isSecondName = names.has(name);
    if (name !== undefined) names.add(name);
    return [
      ...(isSecondName
        ? [{ zh: `名称 ${name} 用于两个节点`, en: `the name ${name} is given to two nodes` }]
        : []),
      ...(node.op === 'running' && isSecondAmount(amounts, node.total, node.args[0])
        ? [{ zh: `累计 ${node.total} 累加两个金额`, en: `the total ${node.total} adds up two amounts` }]
        : []),
    ];
  });
}

/** Whether a total was met with another amount before; the amount is noted. */
function isSecondAmount(
  met: Map<string, Set<number | undefined>>,
  total: string,
  amount: number | undefined,
): boolean {
  const known = met.get(total) ?? new Set();
  const isOther = known.size > (known.has(amount) ? 1 : 0);
  met.set(total, known.add(amount));
  return isOther;
}

/** What the row gives has no clause; a pack value brings its own; all else must name what it follows. */
function citationFaults({ op, cite }: FormulaNode): readonly Bilingual[] {
  if (cite.length > 0 || op === 'input' || op === 'value' || op === 'lookup') return [];
  return [{ zh: '没有注明依据条款', en: 'cites no clause' }];
}

function unitFaults(node: FormulaNode, args: readonly FormulaNode[]): readonly Bilingual[] {
  const fault = unitFault(
    node,
    args.map((arg) => arg.unit),
  );
  return fault === undefined ? [] : [fault];
}

function outputFaults(formula: Formula, index: number): readonly Bilingual[] {
  const node = formula.nodes[index];
  if (node === undefined) return [{ zh: '没有这个节点', en: 'names no node' }];
  return [
    ...(node.unit === 'exact'
      ? [
          {
            zh: '精确金额须先按注明依据的方式取整才能输出',
            en: 'is an exact amount: it needs a cited rounding before it can be given out',
          },
        ]
      : []),
    ...(node.name === undefined ? [{ zh: '输出没有名称', en: 'is given out without a name' }] : []),
  ];
}
