import { PART_LABELS, type BudgetPart } from '#domain/budget/lines';
import { findRule, type BudgetRules } from '#domain/budget/rules';
import { partsOf, totalsOf, type BudgetTable } from '#domain/budget/table';
import type { Refusal } from '#kernel/decision';
import { fen, formatYuanGrouped, type Fen } from '#kernel/fen';

/** A part of the fund that a budget leaves short, and what the place's rules do about it. */
export interface Deficit {
  readonly kind: 'year' | 'accumulated';
  readonly part: BudgetPart;
  /** How much is missing, above zero. */
  readonly fen: Fen;
  /** `named`: the place has no rule for it. */
  readonly treatment: 'refused' | 'exception' | 'named';
  readonly cite: readonly string[];
}

/** Every deficit of a table, part by part: personal accounts never cover the pooled fund, nor the other way round. */
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

/** Why a table cannot be approved: a refused deficit, or one that needs an exception that is not on record. */
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
