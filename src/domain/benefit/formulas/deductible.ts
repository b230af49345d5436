import type { FormulaContext } from '#rules/formula/pack-formula';
import { NAMES } from '#domain/benefit/formulas/names';
import type { Expr } from '#rules/formula/expression';
import type { RowRefusal } from '#rules/formula/node';

const BORN_LATER: RowRefusal = {
  code: 'born_after_admission',
  field: 'bornOn',
  what: { zh: '出生日期晚于入院日期', en: 'the day of birth is after the day of admission' },
  next: { zh: '请改正日期', en: 'correct the dates' },
};

/**
 * The deductible of an admission: the place's table by level of hospital and number of admission; minors and
 * aided persons bear a share of it. Minors come first, so that the exceptions never apply together.
 */
export function deductible(context: FormulaContext, inScope: Expr<'fen'>): Expr<'fen'> {
  const { operators: f, value } = context;
  const base = value('deductible', 'fen');
  const isMinor = f.compare(ageAtAdmission(context), 'below', value('minorAge', 'count'));
  const isAidedAdult = f.and([f.not(isMinor), f.input('aided', 'truth', NAMES.aided)]);
  const shared = (argument: string): Expr<'fen'> =>
    f.round(f.timesRate(base, value(argument, 'rate')), 'half_up');
  const standard = f.exceptions(
    base,
    [
      { name: 'minor', when: isMinor, then: shared('minorDeductibleShare') },
      { name: 'aided', when: isAidedAdult, then: shared('aidedDeductibleShare') },
    ],
    NAMES.standardDeductible,
  );
  return f.min(inScope, standard, NAMES.deductible);
}

function ageAtAdmission({ operators: f }: FormulaContext): Expr<'count'> {
  const bornOn = f.input('bornOn', 'date', NAMES.bornOn);
  const admittedOn = f.input('admittedOn', 'date', NAMES.admittedOn);
  const isBorn = f.compare(bornOn, 'at_most', admittedOn);
  return f.fullYears(f.assert(isBorn, bornOn, BORN_LATER), admittedOn, NAMES.age);
}
