import { PART_LABELS, type BudgetPart } from '#domain/budget/lines';
import { findRule, type BudgetRules } from '#domain/budget/rules';
import { partsOf, totalsOf, type BudgetTable } from '#domain/budget/table';
import type { Refusal } from '#kernel/decision';
import { fen, formatYuanGrouped, type Fen } from '#kernel/fen';

/** A deficit of one part of the fund, with its treatment by the place's rules. */
export interface Deficit {
  readonly kind: 'year' | 'accumulated';
  readonly part: BudgetPart;
  /** Missing amount, above zero. */
  readonly fen: Fen;
  /** `named`: the place has no rule for it. */
  readonly treatment: 'refused' | 'exception' | 'named';
  readonly cite: readonly string[];
}

/** Lists every deficit of a table by part: personal accounts never cover the pooled fund, or the reverse. */
export function findDeficits(table: BudgetTable, rules: BudgetRules): readonly Deficit[] {
  return partsOf(table.kind, table.insuranceType).flatMap((part) => {
    const { yearBalance, accumulated } = totalsOf(table, part);
    const found: Deficit[] = [];
    if (yearBalance < 0n)
      found.push({ kind: 'year', part, fen: fen(0n - yearBalance), ...yearTreatment(rules) });
    if (accumulated < 0n) {
      found.push({ kind: 'accumulated', part, fen: fen(0n - accumulated), ...accumulatedTreatment(rules) });
    }
    return found;
  });
}

/** Refuses a table with a prohibited deficit, or with one that needs an exception not on record. */
export function deficitRefusals(deficits: readonly Deficit[], hasException: boolean): readonly Refusal[] {
  return deficits.flatMap((deficit) => {
    if (deficit.treatment === 'refused') return [deficitRefused(deficit)];
    return deficit.treatment === 'exception' && !hasException ? [exceptionMissing(deficit)] : [];
  });
}

function yearTreatment(rules: BudgetRules): Pick<Deficit, 'treatment' | 'cite'> {
  const never = findRule(rules, 'year_deficit_refused');
  if (never !== undefined) return { treatment: 'refused', cite: never.cite };
  const rule = findRule(rules, 'year_deficit_by_exception');
  return rule === undefined
    ? { treatment: 'named', cite: rules.cite }
    : { treatment: 'exception', cite: rule.cite };
}

function accumulatedTreatment(rules: BudgetRules): Pick<Deficit, 'treatment' | 'cite'> {
  const rule = findRule(rules, 'accumulated_deficit_refused');
  // Without a rule of its own it is a deficit of the year or of years before: no milder than that.
  return rule === undefined ? yearTreatment(rules) : { treatment: 'refused', cite: rule.cite };
}

const KIND_LABELS = {
  year: { zh: '当年赤字', en: 'a deficit of the year' },
  accumulated: { zh: '累计赤字', en: 'a deficit on the accumulated balance' },
} as const;

function deficitRefused({ kind, part, fen: missing, cite }: Deficit): Refusal {
  const [label, of] = [KIND_LABELS[kind], PART_LABELS[part]];
  const amount = formatYuanGrouped(missing);
  return {
    code: `${kind}_deficit_refused`,
    at: part,
    ...(cite[0] === undefined ? {} : { clause: cite[0] }),
    what: {
      zh: `${of.zh}${label.zh} ${amount} 元，规定不予通过`,
      en: `${label.en} of ${amount} yuan in the ${of.en}, which the rules refuse`,
    },
    next: { zh: '请增收减支后另报一稿', en: 'raise income or lower spending and draft again' },
  };
}

function exceptionMissing({ kind, part, fen: missing, cite }: Deficit): Refusal {
  const [label, of] = [KIND_LABELS[kind], PART_LABELS[part]];
  const amount = formatYuanGrouped(missing);
  return {
    code: 'deficit_exception_missing',
    at: part,
    ...(cite[0] === undefined ? {} : { clause: cite[0] }),
    what: {
      zh: `${of.zh}${label.zh} ${amount} 元，没有留痕的例外`,
      en: `${label.en} of ${amount} yuan in the ${of.en}, with no exception on record`,
    },
    next: {
      zh: '请登记例外（理由和文件），或另报一稿',
      en: 'record an exception with its reason and document, or draft again',
    },
  };
}
