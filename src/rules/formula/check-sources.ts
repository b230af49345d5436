import type { Bilingual } from '#kernel/bilingual';
import { compareRationals } from '#kernel/rational';
import { constantOf, sizeOf } from '#rules/formula/figure';
import type { FigureRange, FormulaNode, FormulaUnit } from '#rules/formula/node';
import type { FindShape, ValueShape } from '#rules/formula/value-shape';

/** What is wrong with what a node brings in: its text, its range, the pack value or the cases that it names. */
export function sourceFaults(
  node: FormulaNode,
  args: readonly FormulaNode[],
  shapes: FindShape | undefined,
): readonly Bilingual[] {
  switch (node.op) {
    case 'input':
      return rangeFaults(node);
    case 'constant':
      return constantOf(node.unit, node.text) === undefined
        ? [{ zh: `“${node.text}”不是单位 ${node.unit} 的数`, en: `"${node.text}" is no ${node.unit}` }]
        : [];
    case 'value':
    case 'lookup':
      return [
        ...rangeFaults(node),
        ...(shapes === undefined ? [] : valueFaults(node.value, node, args, shapes(node.value))),
      ];
    case 'match':
      return matchFaults(node.cases, node.otherwise, args[0]?.options ?? []);
    default:
      return [];
  }
}

/** A range is of the figure's own unit, and its ends stand the right way round. */
function rangeFaults({ unit, range }: FormulaNode): readonly Bilingual[] {
  if (range === undefined) return [];
  const ends = [range.atLeast, range.atMost].map((text) => endOf(unit, text));
  const [low, high] = ends;
  if (low === undefined || high === undefined) {
    const text = ends[0] === undefined ? range.atLeast : range.atMost;
    return [{ zh: `范围“${text}”不是单位 ${unit} 的数`, en: `the range's "${text}" is no ${unit}` }];
  }
  return compareRationals(low, high) <= 0 ? [] : [emptyRange(range)];
}

function endOf(unit: FormulaUnit, text: string): ReturnType<typeof sizeOf> {
  const figure = constantOf(unit, text);
  return figure && sizeOf(figure);
}

function emptyRange({ atLeast, atMost }: FigureRange): Bilingual {
  return {
    zh: `范围 ${atLeast} 至 ${atMost} 为空`,
    en: `nothing lies between ${atLeast} and ${atMost}`,
  };
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

function wrongUnit(value: string, has: FormulaUnit, wanted: FormulaUnit): Bilingual {
  return {
    zh: `${value} 的单位是 ${has}，公式要求 ${wanted}`,
    en: `${value} is of unit ${has}, the formula takes ${wanted}`,
  };
}
