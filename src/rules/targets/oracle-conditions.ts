import type { Bilingual } from '#kernel/bilingual';
import type { FormulaFigure } from '#rules/formula/figure';
import type { FormulaNode, OfOperator } from '#rules/formula/node';
import { alike, COMPARISON_SIGNS } from '#rules/targets/oracle-wording';
import type { ResolvedValue } from '#rules/value/resolve-value';

/** What wording a condition asks of a row that was reckoned. */
export interface ReckonedRow {
  readonly nodeAt: (index: number) => FormulaNode;
  readonly figure: (index: number) => FormulaFigure | undefined;
  readonly cellOf: (index: number) => { readonly value: ResolvedValue };
  /** A figure that is known, as it is written. */
  readonly text: (index: number) => string;
}

/** The parts of a condition that keep it from holding, each with its figures. */
export function unmetParts(row: ReckonedRow, condition: number): readonly Bilingual[] {
  return partsAgainst(row, condition, true);
}

/** The parts that keep a condition from being what is wanted; all are true statements of the row. */
function partsAgainst(row: ReckonedRow, index: number, wanted: boolean): readonly Bilingual[] {
  if (holdsIn(row, index) === wanted) return [];
  const node = row.nodeAt(index);
  switch (node.op) {
    case 'and':
    case 'or':
      return node.args.flatMap((arg) => partsAgainst(row, arg, wanted));
    case 'not':
      return node.args.flatMap((arg) => partsAgainst(row, arg, !wanted));
    case 'compare': {
      const [a, b] = node.args.map((arg) => labelled(row, arg));
      const sign = COMPARISON_SIGNS[node.comparison];
      // Stryker disable next-line OptionalChaining: what compares has two arguments
      const text = { zh: `${a?.zh} ${sign} ${b?.zh}`, en: `${a?.en} ${sign} ${b?.en}` };
      return [
        wanted
          ? { zh: `${text.zh} 不成立`, en: `${text.en} does not hold` }
          : { zh: `${text.zh} 成立`, en: `${text.en} holds` },
      ];
    }
    default: {
      const { zh, en } = labelOf(row, index) ?? { zh: '条件', en: 'the condition' };
      return [wanted ? { zh: `${zh}：否`, en: `${en}: no` } : { zh: `${zh}：是`, en: `${en}: yes` }];
    }
  }
}

/** Why a choice by key passed its other cases over. */
export function otherCases(
  row: ReckonedRow,
  key: number,
  cases: readonly string[],
  branch: number,
): readonly Bilingual[] {
  const others = cases.filter((_, at) => at + 1 !== branch);
  if (others.length === 0) return [];
  const { zh, en } = labelled(row, key);
  return [{ zh: `${zh}，不是 ${others.join('、')}`, en: `${en}, not ${others.join(' or ')}` }];
}

/** Exceptions that do not apply, each with what keeps it from applying. */
export function exceptionsNotTaken(row: ReckonedRow, node: OfOperator<'exceptions'>): readonly Bilingual[] {
  return node.exceptions.flatMap((name, at) => {
    const unmet = unmetParts(row, node.args[1 + 2 * at] ?? -1);
    if (unmet.length === 0) return [];
    return [
      {
        zh: `例外 ${name} 不适用：${unmet.map(({ zh }) => zh).join('；')}`,
        en: `the exception ${name} does not apply: ${unmet.map(({ en }) => en).join('; ')}`,
      },
    ];
  });
}

function holdsIn(row: ReckonedRow, index: number): boolean {
  const figure = row.figure(index);
  // Stryker disable next-line ConditionalExpression,OptionalChaining: a part of a condition that was reckoned is a truth
  return figure?.unit === 'truth' && figure.holds;
}

function labelled(row: ReckonedRow, index: number): Bilingual {
  const text = alike(row.text(index));
  const label = labelOf(row, index);
  return label === undefined ? text : { zh: `${label.zh} ${text.zh}`, en: `${label.en} ${text.en}` };
}

function labelOf(row: ReckonedRow, index: number): Bilingual | undefined {
  const node = row.nodeAt(index);
  if (node.label !== undefined) return node.label;
  return node.op === 'value' || node.op === 'lookup' ? row.cellOf(index).value.label : undefined;
}
