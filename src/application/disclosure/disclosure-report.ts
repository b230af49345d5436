import { assert } from '#kernel/assert';
import { fen, formatYuan } from '#kernel/fen';
import { formatRational, halfUpToInteger, rational, type Rational } from '#kernel/rational';
import {
  checkStatement,
  type ArithmeticCheck,
  type CheckPart,
  type CheckStatus,
} from '#domain/disclosure/check-arithmetic';
import { checkYears } from '#domain/disclosure/check-years';
import { indicatorsOf, type Indicator } from '#domain/disclosure/indicators';
import { itemNamed } from '#domain/disclosure/items';
import { amountOf, type PublishedFigure } from '#domain/disclosure/published-figure';
import { keyText, type Statement } from '#domain/disclosure/statement';
import type { FigureKind } from '#domain/disclosure/units';

// These are type aliases, not interfaces, so that a report is a `CanonicalValue` as it stands.

/** A published figure: as printed, and exactly, in yuan, persons, months or as a plain number. */
export type FigureReport = {
  readonly item: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly printed: string;
  readonly unit: string;
  readonly exact: string;
  readonly halfUnit: string;
  readonly at: string;
};

/** A check: `difference` is what was printed less what its parts give, in the measure of the result. */
export type CheckReport = {
  readonly identity: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly reading: string;
  readonly status: CheckStatus;
  readonly result: FigureReport;
  readonly parts: readonly (FigureReport & { readonly sign: '+' | '-'; readonly period?: string })[];
  readonly measure: FigureKind;
  readonly difference: string;
  readonly tolerance: string;
};

/** An indicator: `exact` in yuan, or as a fraction of whole numbers; `shown` with two decimals, half up. */
export type IndicatorReport = {
  readonly id: string;
  readonly unit: 'yuan' | 'months' | '%';
  readonly exact: string;
  readonly shown: string;
  readonly basis: string;
  readonly from: readonly string[];
  readonly reading?: string;
};

export type StatementReport = {
  readonly place: string;
  readonly level: string;
  readonly province: string;
  readonly period: string;
  readonly scheme: string;
  readonly figures: readonly FigureReport[];
  readonly checks: readonly CheckReport[];
  readonly indicators: readonly IndicatorReport[];
  readonly notes: readonly string[];
  readonly sources: readonly string[];
};

/** A line that cannot be right, with where it stands. */
export type BrokenLine = {
  readonly place: string;
  readonly period: string;
  readonly scheme: string;
  readonly check: CheckReport;
};

export type DisclosureReport = {
  readonly file: string;
  readonly totals: { readonly statements: number; readonly figures: number } & {
    readonly checks: Readonly<Record<CheckStatus, number>>;
  };
  readonly statements: readonly StatementReport[];
  readonly broken: readonly BrokenLine[];
};

/** The report on statements: each with its checks, those against the year before included. */
export function disclosureReport(file: string, statements: readonly Statement[]): DisclosureReport {
  const years = new Map(checkYears(statements).map((entry) => [keyText(entry), entry.check]));
  const reports = statements.map((statement) => statementReport(statement, years.get(keyText(statement))));
  const checks = reports.flatMap((report) => report.checks);
  const count = (status: CheckStatus): number => checks.filter((check) => check.status === status).length;
  return {
    file,
    totals: {
      statements: reports.length,
      figures: reports.reduce((sum, { figures }) => sum + figures.length, 0),
      checks: {
        exact: count('exact'),
        within_rounding: count('within_rounding'),
        incomplete: count('incomplete'),
        broken: count('broken'),
      },
    },
    statements: reports,
    broken: reports.flatMap(({ place, period, scheme, checks: own }) =>
      own.filter(({ status }) => status === 'broken').map((check) => ({ place, period, scheme, check })),
    ),
  };
}

function statementReport(statement: Statement, years: ArithmeticCheck | undefined): StatementReport {
  const { place, level, province, period, scheme, notes, sources } = statement;
  const checks = [...checkStatement(statement), ...(years === undefined ? [] : [years])];
  return {
    place,
    level,
    province,
    period,
    scheme,
    figures: [...statement.figures.values()].map(figureReport),
    checks: checks.map(checkReport),
    indicators: indicatorsOf(statement).map(indicatorReport),
    notes,
    sources,
  };
}

function figureReport(figure: PublishedFigure): FigureReport {
  const { item, kind, printed, unit, value, halfUnit, at } = figure;
  return {
    item,
    label: itemNamed(item).label,
    printed,
    unit,
    exact: kind === 'money' ? formatYuan(amountOf(figure)) : measureText(kind, value),
    halfUnit: measureText(kind, halfUnit),
    at,
  };
}

function checkReport(check: ArithmeticCheck): CheckReport {
  const { kind } = check.result;
  return {
    identity: check.identity,
    label: check.label,
    reading: check.reading,
    status: check.status,
    result: figureReport(check.result),
    parts: check.parts.map(partReport),
    measure: kind,
    difference: measureText(kind, check.difference),
    tolerance: measureText(kind, check.tolerance),
  };
}

function partReport({ figure, sign, period }: CheckPart): CheckReport['parts'][number] {
  return {
    ...figureReport(figure),
    sign: sign === 1 ? '+' : '-',
    ...(period === undefined ? {} : { period }),
  };
}

/** Money in yuan; persons, months and ratios as decimals, four places where they do not come out even. */
function measureText(kind: FigureKind, value: Rational): string {
  if (kind === 'money' && value.denominator === 1n) return formatYuan(fen(value.numerator));
  if (value.denominator === 1n) return value.numerator.toString();
  return formatRational(kind === 'money' ? rational(value.numerator, value.denominator * 100n) : value, 4);
}

function indicatorReport({ id, unit, value, basis, from, reading }: Indicator): IndicatorReport {
  const common = { id, basis, from, ...(reading === undefined ? {} : { reading }) };
  if (unit === 'fen') {
    assert(value.denominator === 1n, 'an amount is whole fen');
    const yuan = formatYuan(fen(halfUpToInteger(value)));
    return { ...common, unit: 'yuan', exact: yuan, shown: yuan };
  }
  const exact = `${value.numerator}/${value.denominator}`;
  if (unit === 'months') return { ...common, unit, exact, shown: formatRational(value, 2) };
  const percent = rational(value.numerator * 100n, value.denominator);
  return { ...common, unit: '%', exact, shown: `${formatRational(percent, 2)}%` };
}
