import type { Refusal } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';

const cited = (clause: string | undefined): { readonly clause?: string } =>
  clause === undefined ? {} : { clause };

export function noPoolingOf(insuranceType: string, clause: string | undefined): Refusal {
  return {
    code: 'not_in_force',
    at: 'insuranceType',
    ...cited(clause),
    what: {
      zh: '该险种不在本办法统筹范围内，没有统筹前结余可移交',
      en: `the policy does not pool ${insuranceType}: there is no balance from before pooling to hand over`,
    },
    next: { zh: '请选择办法所含的险种', en: 'choose an insurance type that the policy pools' },
  };
}

/** Refuses to hand over, as from before pooling, money of any other year than the first of the pooling. */
export function handoverYear(
  member: 'amount' | 'auditedGap',
  year: number,
  clause: string | undefined,
): Refusal {
  const word =
    member === 'amount'
      ? { zh: '统筹前结余', en: 'a balance from before pooling' }
      : { zh: '统筹前经审计的缺口', en: 'an audited gap from before pooling' };
  return {
    code: 'handover_not_of_year',
    at: 'year',
    ...cited(clause),
    what: {
      zh: `${word.zh}截至 ${year - 1} 年末，只能列入 ${year} 年度；以后年度的收支不是统筹前的`,
      en: `${word.en} is of the time through ${year - 1} and belongs to the year ${year}; money of later years is not from before pooling`,
    },
    next: {
      zh: `请按 ${year} 年度提出，金额以 ${year - 1} 年末审计数为准`,
      en: `ask for it of the year ${year}, with the audited amount at the end of ${year - 1}`,
    },
  };
}

/** Refuses an audited gap on an urban district (JH-4.7-d, JH-R2) where it is asked for, before it stops a year. */
export function gapOnDistrict(pool: string, clause: string | undefined): Refusal {
  return {
    code: 'audited_gap_on_district',
    at: 'content.auditedGap',
    ...cited(clause),
    what: {
      zh: `${pool} 是市辖区，不得列统筹前经审计的缺口`,
      en: `${pool} is an urban district, which has no audited gap from before pooling`,
    },
    next: { zh: '请改为 0.00；只有县（市）自行承担这种缺口', en: 'give 0.00; only counties bear such a gap' },
  };
}

export function handoverAboveOpening(held: Fen, clause: string | undefined): Refusal {
  const text = formatYuan(held);
  return {
    code: 'handover_above_opening',
    at: 'content.amount',
    ...cited(clause),
    what: {
      zh: `账面年初结余为 ${text} 元，统筹前结余不能多于此数`,
      en: `the books held ${text} yuan as the year began; no more than that is from before pooling`,
    },
    next: {
      zh: '请改为不超过年初结余的金额；期初余额有误的，先更正期初余额',
      en: 'give at most the opening balance; if the opening balance is wrong, correct that first',
    },
  };
}

/** Refuses to mark a balance that is not in the special account: it has been spent, or was used already. */
export function handoverSpent(
  held: Fen,
  wanted: Fen,
  kind: 'marked' | 'freed',
  clause: string | undefined,
): Refusal {
  const [has, asks] = [formatYuan(held), formatYuan(wanted)];
  return kind === 'marked'
    ? {
        code: 'handover_spent',
        at: 'content.amount',
        ...cited(clause),
        what: {
          zh: `财政专户现有 ${has} 元可标记，少于移交的 ${asks} 元：其余已在年内支出`,
          en: `the special account holds ${has} yuan that can be marked, less than the ${asks} yuan handed over: the rest was spent within the year`,
        },
        next: {
          zh: '请先由市级拨付支出，专户补足后再同意，年度已提出方案的同意后启动更正；或退回，按现有金额提出并在说明中写明差额',
          en: "have the city pay the county's spending first and grant it once the account holds the amount, then correct a year already proposed; or refuse it and ask for what is there, with the difference in the note",
        },
      }
    : {
        code: 'handover_used',
        at: 'content.amount',
        ...cited(clause),
        what: {
          zh: `已标记的统筹前结余现存 ${has} 元，少于更正要减少的 ${asks} 元：其余已动用`,
          en: `${has} yuan are still marked as from before pooling, less than the ${asks} yuan that the correction takes off: the rest was used`,
        },
        next: {
          zh: '请先更正动用它的年度或冲销动用凭证，再同意；或退回，减少的金额以现存数为限',
          en: 'first correct the year, or reverse the event, that used it; or refuse it and take off at most what is left',
        },
      };
}
