import { readAmount } from '#application/adjustment/amount-text';
import type { ContributionLine } from '#application/contribution/line';
import type { ContributionRow } from '#domain/contribution/contribute';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { firstDayOfYear, type InsuranceYear } from '#kernel/insurance-year';
import { firstDayOf, parseMonth } from '#kernel/month';
import { yearOf, type PlainDate } from '#kernel/plain-date';
import type { FormulaFigure } from '#rules/formula/figure';

/** A person without aid may say so. */
const NO_AID = 'none';

/** Turns a line's texts into the facts of a row, or names every field that says nothing usable. */
export function readRow(line: ContributionLine, year: InsuranceYear): Decision<ContributionRow> {
  const refusals: Refusal[] = [];
  const on = line.kind === 'resident' ? yearOfCover(line, year, refusals) : monthOf(line, year, refusals);
  const inputs = readInputs(line, refusals);
  return allowUnless(refusals, () => ({ kind: line.kind, on, inputs }));
}

/** What two lines of one file may not share: a person's month, a resident's year of cover. */
export function periodOf({ kind, month = '' }: ContributionLine, year: InsuranceYear): string {
  return kind === 'resident' ? year.toString() : month;
}

function readInputs(line: ContributionLine, refusals: Refusal[]): ReadonlyMap<string, FormulaFigure> {
  const { monthlyWage, employerKind, personalAccount, aid = NO_AID, tier, residencePermit = false } = line;
  const inputs = new Map<string, FormulaFigure>([
    ['aided', { unit: 'truth', holds: aid !== NO_AID }],
    ['residencePermit', { unit: 'truth', holds: residencePermit }],
  ]);
  if (monthlyWage !== undefined) {
    const wage = readAmount(monthlyWage, 'monthlyWage', false, refusals);
    if (wage !== undefined) inputs.set('monthlyWage', { unit: 'fen', fen: wage });
  }
  if (employerKind !== undefined) inputs.set('employerKind', { unit: 'choice', choice: employerKind });
  if (personalAccount !== undefined) {
    inputs.set('personalAccount', { unit: 'truth', holds: personalAccount });
  }
  if (aid !== NO_AID) inputs.set('aid', { unit: 'choice', choice: aid });
  if (tier !== undefined) inputs.set('tier', { unit: 'choice', choice: `tier_${tier}` });
  return inputs;
}

/** The month of all but residents: it lies in the year of the run and chooses the values. */
function monthOf({ month }: ContributionLine, year: InsuranceYear, refusals: Refusal[]): PlainDate {
  if (month === undefined) {
    refusals.push(missingMonth());
    return firstDayOfYear(year);
  }
  const read = parseMonth(month);
  if (read === undefined) {
    refusals.push(badMonth(month));
    return firstDayOfYear(year);
  }
  const on = firstDayOf(read);
  if (yearOf(on) !== year) refusals.push(otherYear('month', month, year));
  return on;
}

/** A month on a resident's line says when it was paid, not which year is covered. */
function yearOfCover(line: ContributionLine, year: InsuranceYear, refusals: Refusal[]): PlainDate {
  if (line.month !== undefined && parseMonth(line.month) === undefined) refusals.push(badMonth(line.month));
  if (line.year !== undefined && line.year !== year) {
    refusals.push(otherYear('year', line.year.toString(), year));
  }
  return firstDayOfYear(year);
}

function missingMonth(): Refusal {
  return {
    code: 'missing_field',
    at: 'month',
    what: { zh: '缺少此字段', en: 'the field is missing' },
    next: { zh: '请写明缴费所属月份，如 "2024-03"', en: 'give the month, such as "2024-03"' },
  };
}

function badMonth(month: string): Refusal {
  return {
    code: 'bad_month',
    at: 'month',
    what: { zh: `“${month}”不是月份`, en: `"${month}" is no month` },
    next: { zh: '请写成 "2024-03" 的形式', en: 'write it like "2024-03"' },
  };
}

function otherYear(at: string, text: string, year: number): Refusal {
  return {
    code: 'other_year',
    at,
    what: { zh: `${text} 不属于 --year ${year}`, en: `${text} does not lie in --year ${year}` },
    next: { zh: '请按年度分开文件，或改正年度', en: 'keep one file a year, or correct the year' },
  };
}
