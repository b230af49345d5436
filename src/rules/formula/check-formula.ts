import type { Bilingual } from '#kernel/bilingual';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { constantOf } from '#rules/formula/figure';
import { placeOf, type Formula, type FormulaNode, type FormulaUnit } from '#rules/formula/node';
import { unitFault } from '#rules/formula/unit-rules';
import type { FindShape, ValueShape } from '#rules/formula/value-shape';

/**
 * Holds a formula to its rules: units fit, an exact amount never leaves it unrounded, whatever it reckons or
 * states cites a clause, its values and tables exist, every case of a choice is met, no name stands for two nodes.
 */
export function checkFormula(formula: Formula, shapes: FindShape): Decision<Formula> {
  const refusals = [
    ...formula.nodes.flatMap((node, index) =>
      nodeFaults(formula, node, index, shapes).map((what) => fault(placeOf(formula, index), what)),
    ),
    ...Object.entries(formula.outputs).flatMap(([name, index]) =>
      outputFaults(formula, index).map((what) => fault(`${formula.id}/${name}`, what)),
    ),
  ];
  return allowUnless(refusals, () => formula);
}

function nodeFaults(
  formula: Formula,
  node: FormulaNode,
  index: number,
  shapes: FindShape,
): readonly Bilingual[] {
  if (node.args.some((arg) => !Number.isInteger(arg) || arg < 0 || arg >= index)) {
    return [{ zh: '引用了它之后的节点', en: 'is reckoned from a node that does not stand before it' }];
  }
  const args = node.args.flatMap((arg) => formula.nodes[arg] ?? []);
  const first = formula.nodes.findIndex((other) => other.name !== undefined && other.name === node.name);
  return [
    ...(node.name !== undefined && first < index
      ? [{ zh: `名称 ${node.name} 用于两个节点`, en: `the name ${node.name} is given to two nodes` }]
      : []),
    ...citationFaults(node),
    ...unitFaults(node, args),
    ...sourceFaults(node, args, shapes),
  ];
}

/** What the row gives has no clause; a pack value brings its own; all else must name what it follows. */
function citationFaults({ op, cite }: FormulaNode): readonly Bilingual[] {
  if (cite.length > 0 || op === 'input' || op === 'value' || op === 'lookup') return [];
  return [{ zh: '没有注明依据条款', en: 'cites no clause' }];
}

function unitFaults(node: FormulaNode, args: readonly FormulaNode[]): readonly Bilingual[] {
  const fits = unitFault(
    node,
    args.map((arg) => arg.unit),
  );
  return fits === undefined ? [] : [fits];
}

function sourceFaults(
  node: FormulaNode,
  args: readonly FormulaNode[],
  shapes: FindShape,
): readonly Bilingual[] {
  switch (node.op) {
    case 'constant':
      return constantOf(node.unit, node.text) === undefined
        ? [{ zh: `“${node.text}”不是单位 ${node.unit} 的数`, en: `"${node.text}" is no ${node.unit}` }]
        : [];
    case 'value':
    case 'lookup':
      return valueFaults(node.value, node, args, shapes(node.value));
    case 'match':
      return matchFaults(node.cases, node.otherwise, args[0]?.options ?? []);
    default:
      return [];
  }
}

function valueFaults(
  value: string,
  node: FormulaNode,
  keys: readonly FormulaNode[],
  shape: ValueShape | undefined,
): readonly Bilingual[] {
  if (shape === undefined) {
    return [{ zh: `没有单一数值 ${value}`, en: `there is no value ${value} with a single figure` }];
  }
  const faults: Bilingual[] = [];
  if (shape.unit !== node.unit) faults.push(wrongUnit(value, shape.unit, node.unit));
  const given = node.op === 'lookup' ? node.axes : [];
  const names = shape.axes.map((axis) => axis.name);
  if (given.join() !== names.join()) {
    faults.push({
      zh: `${value} 按 ${names.join('、')} 分列，公式给出的是 ${given.join('、') || '无'}`,
      en: `${value} is a table by ${names.join(', ')}; the formula gives ${given.join(', ') || 'no key'}`,
    });
    return faults;
  }
  shape.axes.forEach(({ name, members }, index) => {
    const unknown = (keys[index]?.options ?? []).filter((option) => !members.includes(option));
    if (unknown.length > 0 || (keys[index]?.options ?? []).length === 0) {
      faults.push({
        zh: `${value} 的维度 ${name} 没有 ${unknown.join('、')}`,
        en: `${value} has no cell on axis ${name} for ${unknown.join(', ') || 'a key of open options'}`,
      });
    }
  });
  return faults;
}

function matchFaults(
  cases: readonly string[],
  otherwise: boolean,
  options: readonly string[],
): readonly Bilingual[] {
  const open = otherwise ? [] : options.filter((option) => !cases.includes(option));
  const idle = cases.filter((name) => !options.includes(name));
  return [
    ...open.map((name) => ({ zh: `没有处理选项 ${name}`, en: `has no case for ${name}` })),
    ...idle.map((name) => ({ zh: `没有选项 ${name}`, en: `has a case ${name} that cannot be` })),
  ];
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

function wrongUnit(value: string, has: FormulaUnit, wanted: FormulaUnit): Bilingual {
  return {
    zh: `${value} 的单位是 ${has}，公式要求 ${wanted}`,
    en: `${value} is of unit ${has}, the formula takes ${wanted}`,
  };
}

function fault(at: string, what: Bilingual): Refusal {
  return {
    code: 'bad_formula',
    at,
    what,
    next: {
      zh: '请改正公式或填入它的值，见 docs/reference/pack-format.md',
      en: 'correct the formula or the value that fills it, see docs/reference/pack-format.md',
    },
  };
}
