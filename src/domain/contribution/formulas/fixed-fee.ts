import type { PackFormula, FormulaContext } from '#rules/formula/pack-formula';
import { NAMES } from '#domain/contribution/formulas/names';
import { giveOutParts } from '#domain/contribution/formulas/parts';
import type { Expr } from '#rules/formula/expression';
import type { RowRefusal } from '#rules/formula/node';

/** The category whose premium the national list has paid whole; its share is a national value. */
const EXTREME_POVERTY = 'extreme_poverty';

const AID_ABOVE_FEE: RowRefusal = {
  code: 'aided_fee_above_fee',
  field: 'aid',
  what: { zh: '受资助者自缴金额高于个人缴费标准', en: 'what is left to an aided person exceeds the fee' },
  next: { zh: '请改正政策包的数值', en: 'correct the figures of the pack' },
};

const NO_AID: RowRefusal = {
  code: 'aid_unknown',
  field: 'aid',
  what: { zh: '此地没有资助参保的数值', en: 'the pack has no figure of aid with the premium' },
  next: { zh: '请在政策包中补充，或去掉 aid', en: 'add one to the pack, or leave `aid` out' },
};

/**
 * A resident pays a fee for a year of cover and the treasury adds a subsidy, which a residence permit may bring
 * at a share. Aid pays a share of the fee by category; the person pays the rest of it.
 */
export const fixedFee: PackFormula = {
  name: 'fixed_fee',
  takes: {
    fee: { unit: 'fen' },
    subsidy: { unit: 'fen' },
    residencePermitShare: { unit: 'rate', optional: true },
    extremePovertyAidShare: { unit: 'rate', optional: true },
    aidShare: { unit: 'rate', optional: true },
  },
  build: (context) => {
    const { operators: f, value } = context;
    const fee = value('fee', 'fen');
    const share = aidShare(context);
    const aided = f.input('aided', 'truth', NAMES.aided);
    const none = f.constant('fen', '0.00');
    const aidPaid =
      share === undefined
        ? f.assert(f.not(aided), none, NO_AID)
        : f.if(aided, f.round(f.timesRate(fee, share), 'half_up'), none, NAMES.aidPaid);
    giveOutParts(context, {
      employee: f.subtract(fee, aidPaid, NAMES.employee),
      subsidy: subsidy(context),
      ...(share === undefined ? {} : { aidPaid }),
    });
  },
};

/** A resident's aid is written as what it leaves to the person; the aid is the rest of the fee. */
export const fixedFeeLeft: PackFormula = {
  name: 'fixed_fee_left',
  takes: {
    fee: { unit: 'fen' },
    subsidy: { unit: 'fen' },
    aidedFee: { unit: 'fen' },
    residencePermitShare: { unit: 'rate', optional: true },
  },
  build: (context) => {
    const { operators: f, value } = context;
    const fee = value('fee', 'fen');
    const left = value('aidedFee', 'fen');
    const leftOfFee = f.assert(f.compare(left, 'at_most', fee), left, AID_ABOVE_FEE);
    const aided = f.input('aided', 'truth', NAMES.aided);
    const employee = f.if(aided, leftOfFee, fee, NAMES.employee);
    giveOutParts(context, {
      employee,
      aidPaid: f.subtract(fee, employee, NAMES.aidPaid),
      subsidy: subsidy(context),
    });
  },
};

function subsidy({ operators: f, value, has }: FormulaContext): Expr<'fen'> {
  if (!has('residencePermitShare')) return value('subsidy', 'fen', { name: NAMES.subsidy });
  const local = value('subsidy', 'fen');
  return f.if(
    f.input('residencePermit', 'truth', NAMES.residencePermit),
    f.round(f.timesRate(local, value('residencePermitShare', 'rate')), 'half_up'),
    local,
    NAMES.subsidy,
  );
}

/** The share of the fee that aid pays; undefined where the pack knows of no aid. */
function aidShare({ operators: f, value, has, members }: FormulaContext): Expr<'rate'> | undefined {
  if (!has('extremePovertyAidShare')) return has('aidShare') ? value('aidShare', 'rate') : undefined;
  const options = has('aidShare') ? members('aidShare', 'aid_category') : [EXTREME_POVERTY];
  return f.match(
    f.input('aid', 'choice', NAMES.aid, options),
    { [EXTREME_POVERTY]: value('extremePovertyAidShare', 'rate') },
    has('aidShare') ? value('aidShare', 'rate') : undefined,
  );
}
