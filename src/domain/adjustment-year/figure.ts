import { parseYuan } from '#kernel/fen';

/** Stands for the adjustment fund itself among the subjects of figures. */
export const FUND_SUBJECT = 'fund';

/** The source of a year's figure. */
export type FigureSource =
  | {
      readonly kind: 'ledger';
      /** The last sealed block when it was read; null before the first. */
      readonly block: string | null;
      /** Number of the last ledger event read. */
      readonly through: string;
      /** Accounts and months. */
      readonly basis: string;
    }
  | { readonly kind: 'matters'; readonly matters: readonly string[]; readonly basis: string }
  | { readonly kind: 'budget'; readonly basis: string }
  /** Numbers of the cases of supervision. */
  | { readonly kind: 'supervision'; readonly cases: readonly string[] }
  | {
      readonly kind: 'attested';
      /** Number or title of the document that attests the figure. */
      readonly document: string;
      /** SHA-256 of the document, 64 hexadecimal digits. */
      readonly documentHash: string;
    };

/** One figure of a year, of a pool or of the fund, with its source. */
export interface YearFigure {
  readonly subject: string;
  readonly field: string;
  /** Value as an adjustment's input writes it: yuan, a whole number, a score, true or false, or a choice. */
  readonly value: string;
  readonly source: FigureSource;
}

export interface RecordedFigure extends YearFigure {
  readonly number: bigint;
  readonly note: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

const CHOICES = {
  gapCause: ['policy', 'emergency', 'proper', 'dependency', 'other'],
  kind: ['county', 'district'],
  class: ['1', '2', '3'],
} as const;

const AMOUNTS: readonly string[] = [
  'collections',
  'priorCollections',
  'revenue',
  'expenditure',
  'openingBalance',
  'legacyBalance',
  'priorLevy',
  'breachLoss',
  'collectionTask',
  'auditedPriorGap',
  'bondsRealised',
  'sameLevelSubsidy',
  'treasuryCover',
];

/**
 * An exception to a missed budget, with its document and reason. JX-2.5 asks for the budget in principle only; who checks and
 * approves the year grants it with the proposal. It leaves `budgetMet` as the books have it.
 */
export const BUDGET_EXCEPTION = 'budgetException';

const TRUTHS: readonly string[] = [
  'levyPaid',
  'breachesCorrected',
  'budgetMet',
  'enrolmentMet',
  'subsidyPaid',
  BUDGET_EXCEPTION,
];

/** Money recovered at a place of care for the insured of another pool: `recovery.<pool>` of the place of care. */
export const RECOVERY = 'recovery.';
/** Amount released to a pool from the risk reserve by decision: `release.<cause>`. */
export const RELEASE = 'release.';
const RELEASE_CAUSES = ['epidemic', 'disaster', 'sudden'];

/** Whether a field can be attested for a subject and the text is a valid value; the fund has amounts only. */
export function isFigureText(subject: string, field: string, value: string): boolean {
  if (subject === FUND_SUBJECT)
    return ['openingBalance', 'interest', 'otherIncome'].includes(field) && isAmount(value);
  if (field.startsWith(RECOVERY)) return field.length > RECOVERY.length && isAmount(value);
  if (field.startsWith(RELEASE))
    return RELEASE_CAUSES.includes(field.slice(RELEASE.length)) && isAmount(value);
  if (AMOUNTS.includes(field))
    return isAmount(value) || (field === 'openingBalance' && isAmount(value.replace(/^-/, '')));
  if (TRUTHS.includes(field)) return value === 'true' || value === 'false';
  if (field === 'insured') return /^\d{1,12}$/.test(value);
  // Out of one hundred, as the bands of scores are.
  if (field === 'assessmentScore') return /^(\d{1,2}(\.\d{1,4})?|100(\.0{1,4})?)$/.test(value);
  return (
    Object.hasOwn(CHOICES, field) &&
    (CHOICES[field as keyof typeof CHOICES] as readonly string[]).includes(value)
  );
}

function isAmount(text: string): boolean {
  const amount = parseYuan(text);
  return typeof amount === 'bigint' && amount >= 0n;
}

/** Keeps the last recorded figure of each subject and field. */
export function standing<F extends YearFigure>(figures: readonly F[]): readonly F[] {
  const last = new Map(figures.map((figure) => [`${figure.subject} ${figure.field}`, figure]));
  return [...last.values()];
}

/** Whether an exception to a pool's missed budget is recorded (JX-2.5). */
export function isBudgetExcepted(figures: readonly YearFigure[], subject: string): boolean {
  return findFigure(figures, subject, BUDGET_EXCEPTION)?.value === 'true';
}

export function findFigure<F extends YearFigure>(
  figures: readonly F[],
  subject: string,
  field: string,
): F | undefined {
  return figures.find((figure) => figure.subject === subject && figure.field === field);
}
