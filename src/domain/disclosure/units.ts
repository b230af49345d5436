import { rational, type Rational } from '#kernel/rational';

/** What a published figure counts; figures of different kinds are never added. */
export type FigureKind = 'money' | 'persons' | 'months' | 'ratio' | 'percent';

interface Unit {
  readonly kind: FigureKind;
  /** How many base units (fen, persons, months, 1) one of this unit is. */
  readonly inBase: Rational;
}

/** The units that official pages print their figures in. */
const UNITS = {
  亿元: { kind: 'money', inBase: rational(10n ** 10n) },
  万元: { kind: 'money', inBase: rational(10n ** 6n) },
  元: { kind: 'money', inBase: rational(100n) },
  万人: { kind: 'persons', inBase: rational(10n ** 4n) },
  人: { kind: 'persons', inBase: rational(1n) },
  月: { kind: 'months', inBase: rational(1n) },
  ratio: { kind: 'ratio', inBase: rational(1n) },
  '%': { kind: 'percent', inBase: rational(1n, 100n) },
} as const satisfies Readonly<Record<string, Unit>>;

export type UnitName = keyof typeof UNITS;

export const UNIT_NAMES: readonly UnitName[] = Object.keys(UNITS).filter(isUnitName);

export function isUnitName(text: string): text is UnitName {
  return Object.hasOwn(UNITS, text);
}

export function unitNamed(name: UnitName): Unit {
  return UNITS[name];
}
