import type { Bilingual } from '#kernel/bilingual';
import { checkSum, type ArithmeticCheck, type CheckPart } from '#domain/disclosure/check-arithmetic';
import { findWholeYear } from '#domain/disclosure/period';
import type { PublishedFigure } from '#domain/disclosure/published-figure';
import type { Statement, StatementKey } from '#domain/disclosure/statement';

/** A check between a statement and the one of the year before. */
export interface YearCheck extends StatementKey {
  readonly check: ArithmeticCheck;
}

const OPENING: { readonly id: string; readonly label: Bilingual } = {
  id: 'opening_is_last_closing',
  label: { zh: '上年结余 = 上年报表的年末结余', en: 'opening = closing of the year before' },
};

const CARRIED: { readonly id: string; readonly label: Bilingual } = {
  id: 'cumulative_from_last_year',
  label: { zh: '累计结余 = 上年累计 + 收入 − 支出', en: 'accumulated = last year’s + income − expenditure' },
};

const BY_DEFINITION = { id: 'by_definition', complete: true } as const;

/**
 * Where two years in a row are printed for one place and insurance type, checks that the balance was carried
 * from the one into the other.
 */
export function checkYears(statements: readonly Statement[]): readonly YearCheck[] {
  return statements.flatMap((statement) => {
    const year = findWholeYear(statement.period);
    const before = statements.find(
      ({ place, scheme, period }) =>
        place === statement.place &&
        scheme === statement.scheme &&
        year !== undefined &&
        findWholeYear(period) === year - 1,
    );
    const check = before === undefined ? undefined : findCarried(statement, before);
    const { place, period, scheme } = statement;
    return check === undefined ? [] : [{ place, period, scheme, check }];
  });
}

function findCarried(statement: Statement, before: Statement): ArithmeticCheck | undefined {
  const last = findBalanceAtEnd(before);
  if (last === undefined) return undefined;
  const lastPart: CheckPart = { figure: last, sign: 1, period: before.period };
  const opening = statement.figures.get('opening_balance');
  if (opening !== undefined) return checkSum(OPENING, BY_DEFINITION, opening, [lastPart]);
  const end = findBalanceAtEnd(statement);
  const income = statement.figures.get('income');
  const expenditure = statement.figures.get('expenditure');
  if (end === undefined || income === undefined || expenditure === undefined) return undefined;
  return checkSum(CARRIED, BY_DEFINITION, end, [
    lastPart,
    { figure: income, sign: 1 },
    { figure: expenditure, sign: -1 },
  ]);
}

function findBalanceAtEnd({ figures }: Statement): PublishedFigure | undefined {
  return figures.get('closing_balance') ?? figures.get('cumulative_balance');
}
