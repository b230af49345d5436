import { assert } from '#kernel/assert';
import { parseDecimal } from '#kernel/decimal-text';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, type Fen } from '#kernel/fen';
import { multiply, rational, rationalFromDecimal, type Rational } from '#kernel/rational';
import { itemNamed, type ItemName } from '#domain/disclosure/items';
import { unitNamed, type FigureKind, type UnitName } from '#domain/disclosure/units';

/** A figure exactly as it was printed, and exactly what it says: 10.49 亿元 is 104900000000 fen. */
export interface PublishedFigure {
  readonly item: ItemName;
  readonly kind: FigureKind;
  readonly printed: string;
  readonly unit: UnitName;
  /** In the base unit of its kind: fen, persons, months, or 1. */
  readonly value: Rational;
  /** Half a unit of the last printed digit, in the base unit: as far as the true figure may lie from it. */
  readonly halfUnit: Rational;
  /** `file:line` of the row. */
  readonly at: string;
}

/** The ten decimals of an amount in 亿元 reach to the fen; no page prints more. */
export const MAX_PRINTED_DECIMALS = 10;

/** Kinds that come in whole base units, however they are printed. */
const WHOLE_KINDS: readonly FigureKind[] = ['money', 'persons'];

/**
 * Reads a printed decimal in its unit.
 * @returns a refusal when the unit does not fit the line, or the figure is finer than a fen or a person
 */
export function readFigure(
  item: ItemName,
  printed: string,
  unitName: UnitName,
  at: string,
): Decision<PublishedFigure> {
  const { kind } = itemNamed(item);
  const unit = unitNamed(unitName);
  if (unit.kind !== kind) return refuse(wrongUnit(item, unitName, at));
  const decimal = parseDecimal(printed, MAX_PRINTED_DECIMALS);
  if (typeof decimal === 'string') return refuse(notDecimal(printed, at));
  const value = multiply(rationalFromDecimal(decimal), unit.inBase);
  if (WHOLE_KINDS.includes(kind) && value.denominator !== 1n) return refuse(tooFine(printed, unitName, at));
  const halfUnit = multiply(rational(1n, 2n * 10n ** BigInt(decimal.scale)), unit.inBase);
  return allow({ item, kind, printed, unit: unitName, value, halfUnit, at });
}

/** The amount of a figure of money. */
export function amountOf(figure: PublishedFigure): Fen {
  assert(figure.kind === 'money' && figure.value.denominator === 1n, `${figure.item} is an amount`);
  return fen(figure.value.numerator);
}

function wrongUnit(item: ItemName, unit: UnitName, at: string): Refusal {
  return {
    code: 'disclosure_unit_unfit',
    at: `${at} unit`,
    what: { zh: `${itemNamed(item).label.zh}不能用“${unit}”`, en: `${item} cannot be given in "${unit}"` },
    next: { zh: '照原文填写单位', en: 'give the unit as it was published' },
  };
}

function notDecimal(printed: string, at: string): Refusal {
  return {
    code: 'disclosure_not_decimal',
    at: `${at} value`,
    what: { zh: `“${printed}”不是十进制数`, en: `"${printed}" is no plain decimal` },
    next: { zh: '照原文填写数字，不带千分位符', en: 'give the printed digits without thousands marks' },
  };
}

function tooFine(printed: string, unit: UnitName, at: string): Refusal {
  return {
    code: 'disclosure_too_fine',
    at: `${at} value`,
    what: { zh: `${printed}${unit} 细于分或一人`, en: `${printed} ${unit} is finer than a fen or a person` },
    next: { zh: '核对数字和单位', en: 'check the digits and the unit' },
  };
}
