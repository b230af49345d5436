import type { MatterKind } from '#domain/adjustment-year/matter';
import type { Refusal } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';

type Clause = { readonly clause?: string };

export function unknownYear(id: string): Refusal {
  return {
    code: 'unknown_adjustment_year',
    at: id,
    what: { zh: '所辖范围内没有这个调剂年度', en: 'there is no such year of adjustment within your places' },
    next: { zh: '请从年度列表中选择', en: 'choose one from the list of years' },
  };
}

export function unknownMatter(id: string): Refusal {
  return {
    code: 'unknown_matter',
    at: id,
    what: { zh: '所辖范围内没有这个事项', en: 'there is no such matter within your places' },
    next: { zh: '请从事项列表中选择', en: 'choose one from the list of matters' },
  };
}

export function unknownPool(id: string): Refusal {
  return {
    code: 'unknown_pool',
    at: id,
    what: {
      zh: `所辖范围内没有 ${id}，或种类、地区不符`,
      en: `${id} is not within your places, or is of another kind or place`,
    },
    next: { zh: '请查看统筹区登记', en: 'look at the register of pools' },
  };
}

export function yearOpened(): Refusal {
  return {
    code: 'already_submitted',
    at: 'year',
    what: {
      zh: '该调剂金该险种该年度已经立项',
      en: 'this year is already open for the fund and insurance type',
    },
    next: { zh: '请在已有的年度上办理', en: 'continue with the existing year' },
  };
}

export function noPools(fund: string): Refusal {
  return {
    code: 'no_pools',
    at: fund,
    what: { zh: '该年度没有归属此调剂金的统筹区', en: 'no pool belongs to this fund in that year' },
    next: { zh: '请先在统筹区登记中写明归属', en: 'record in the register which pools belong to it' },
  };
}

export function decidedMeanwhile(id: string): Refusal {
  return {
    code: 'decided_meanwhile',
    at: id,
    what: {
      zh: '另有人刚刚办理，本次没有记录',
      en: 'someone else has just recorded a step; nothing was recorded',
    },
    next: { zh: '请重看状态后再办', en: 'look at the state again, then repeat it' },
  };
}

export function beforeFirstYear(firstYear: number | undefined, clause: Clause): Refusal {
  return {
    code: 'not_in_force',
    at: 'year',
    ...clause,
    what: {
      zh: '规定在该年度对该险种尚未施行',
      en: 'the rule does not yet hold for this insurance type in that year',
    },
    next:
      firstYear === undefined
        ? { zh: '请选择规定所含的险种', en: 'choose an insurance type that the rule covers' }
        : { zh: `请选择 ${firstYear} 年及以后`, en: `choose ${firstYear} or later` },
  };
}

export function yearNotBegun(year: number, clause: Clause): Refusal {
  return {
    code: 'stage_not_reached',
    at: 'year',
    ...clause,
    what: { zh: `${year} 年度尚未开始`, en: `the year ${year} has not begun` },
    next: { zh: `请在 ${year}-01-01 及以后办理`, en: `come back on ${year}-01-01 or later` },
  };
}

export function yearNotOver(year: number, clause: Clause): Refusal {
  return {
    code: 'stage_not_reached',
    at: 'year',
    ...clause,
    what: {
      zh: `${year} 年度尚未结束，调剂按年度结算`,
      en: `the year ${year} is not over, and adjustment settles whole years`,
    },
    next: { zh: `请在 ${year + 1}-01-01 及以后办理`, en: `come back on ${year + 1}-01-01 or later` },
  };
}

export function monthsOpen(pool: string, year: number, clause: Clause): Refusal {
  return {
    code: 'months_open',
    at: pool,
    ...clause,
    what: {
      zh: `账套 ${pool} 的 ${year} 年各月尚未全部结账`,
      en: `not every month of ${year} is closed in the books of ${pool}`,
    },
    next: { zh: `请先结账至 ${year}-12`, en: `close its months through ${year}-12` },
  };
}

export function booksMissing(pool: string): Refusal {
  return {
    code: 'books_not_opened',
    at: pool,
    what: { zh: `${pool} 该险种尚未建账`, en: `${pool} has no books for this insurance type` },
    next: { zh: '请先建账', en: 'open the books first' },
  };
}

export function noPackInForce(packId: string): Refusal {
  return {
    code: 'no_pack_in_force',
    at: packId,
    what: { zh: '该政策包今日没有施行的版本', en: 'no version of the pack is in force today' },
    next: {
      zh: '请先批准并施行一个版本；未施行的只能模拟',
      en: 'approve a version and put it in force; any other version can only be simulated',
    },
  };
}

export function adoptedSinceFreeze(value: string, document: string): Refusal {
  return {
    code: 'adopted_since_freeze',
    at: value,
    what: {
      zh: `锁定数据以后，该数值已由“${document}”采纳`,
      en: `the value has been adopted by "${document}" since the figures were frozen`,
    },
    next: {
      zh: '请重新锁定数据（已提出的方案先退回），再提出方案',
      en: 'freeze the figures again, after returning a proposal, then propose',
    },
  };
}

export function figureMissing(subject: string, field: string): Refusal {
  return {
    code: 'figure_missing',
    at: `${subject}.${field}`,
    what: { zh: `缺少 ${subject} 的 ${field}`, en: `${field} of ${subject} is missing` },
    next: { zh: '请从账本归集，或凭材料填报', en: 'gather it from the ledger, or attest it with a document' },
  };
}

export function figuresMoved(subject: string, field: string): Refusal {
  return {
    code: 'figures_moved',
    at: `${subject}.${field}`,
    what: { zh: '归集之后账本数据有变动', en: 'the ledger has changed since the figure was gathered' },
    next: { zh: '请重新归集', en: 'gather the figures again' },
  };
}

export function mattersOpen(id: string): Refusal {
  return {
    code: 'matter_open',
    at: id,
    what: { zh: '还有申请或登记未作结论', en: 'a matter of this year is still undecided' },
    next: { zh: '请先由另一人办理', en: 'have another person decide it first' },
  };
}

export function ledgerHolds(subject: string, field: string): Refusal {
  return {
    code: 'ledger_holds_figure',
    at: `${subject}.${field}`,
    what: {
      zh: '该数据取自系统记录，不得填报',
      en: "this figure comes from the program's own records and cannot be attested",
    },
    next:
      field === 'budgetMet'
        ? {
            zh: '记录有差错的，请以记账更正后重新归集；原则性要求确需例外的，另行填报“预算未达标的例外”（budgetException）并写明理由',
            en: 'if the records are wrong, correct them and gather again; for an exception attest budgetException with its reason',
          }
        : {
            zh: '如有差错，请以记账更正后重新归集',
            en: 'if it is wrong, correct the records and gather it again',
          },
  };
}

export function badFigure(field: string): Refusal {
  return {
    code: 'bad_figure',
    at: field,
    what: {
      zh: '没有这一项，或数值写法不对',
      en: 'there is no such figure, or its value is not written correctly',
    },
    next: {
      zh: '金额写成元，是否写成 true 或 false',
      en: 'write yuan for amounts, true or false for conditions',
    },
  };
}

export function documentMissing(): Refusal {
  return {
    code: 'document_missing',
    at: 'document',
    what: { zh: '缺少材料名称或其哈希（SHA-256）', en: 'the document or its SHA-256 is missing' },
    next: { zh: '请写明文号并附哈希', en: 'name the document and give its hash' },
  };
}

export function badPaymentDay(on: string): Refusal {
  return {
    code: 'bad_date',
    at: 'on',
    what: { zh: `${on} 不是日期，或在今日之后`, en: `${on} is not a date, or lies after today` },
    next: { zh: '请写银行办理的日期', en: 'give the day on which the bank made the payment' },
  };
}

export function paidBeforeApproval(on: string, approvedOn: string): Refusal {
  return {
    code: 'paid_before_approval',
    at: 'on',
    what: {
      zh: `${on} 早于批准日 ${approvedOn}：未经批准不得收付`,
      en: `${on} is before the day of approval, ${approvedOn}: nothing is paid without approval`,
    },
    next: {
      zh: '请核对银行回单的日期；批准前的收付须先查明原因',
      en: "check the day on the bank's slip; find out first why money moved before the approval",
    },
  };
}

export function receiptRecorded(line: string, owed: Fen): Refusal {
  return {
    code: 'receipt_recorded',
    at: line,
    what: {
      zh: `账上该财政只欠 ${formatYuan(owed)} 元：到账可能已直接记账`,
      en: `in the books the treasury owes only ${formatYuan(owed)} yuan: the receipt may have been posted by hand`,
    },
    next: {
      zh: '请在凭证中查“财政补贴到账”；确已记账的先冲销，再在年度上登记',
      en: 'look in the journal for the receipt from the treasury; reverse it, then record it with the year',
    },
  };
}

export function noSuchValue(name: string): Refusal {
  return {
    code: 'unknown_value',
    at: name,
    what: {
      zh: '没有这个授权另定的值，或数值不合其单位、界限',
      en: 'no delegated value has this name, or the figure does not fit its unit and bounds',
    },
    next: {
      zh: '请从政策包的授权项中选择',
      en: 'choose one of the values that the pack leaves to a later rule',
    },
  };
}

export function figureForTable(name: string): Refusal {
  return {
    code: 'figure_for_table',
    at: name,
    what: {
      zh: '该值按多项分列，不能以一个数采纳',
      en: 'the value is a table and cannot be adopted as one figure',
    },
    next: { zh: '请采纳其现有各项，或修订政策包', en: 'adopt the table as it stands, or revise the pack' },
  };
}

export function nothingToNotify(pool: string): Refusal {
  return {
    code: 'nothing_to_notify',
    at: pool,
    what: {
      zh: '该统筹区没有此类款项，或方案尚未批准',
      en: 'the pool has no amounts of this kind, or no proposal is approved yet',
    },
    next: { zh: '请核对统筹区与通知种类', en: 'check the pool and the kind of notice' },
  };
}

/** Refuses an assessment item whose name or points neither the policy nor the request states. */
export function assessedMemberMissing(item: string, member: 'name' | 'points'): Refusal {
  const word = ITEM_WORDS[member];
  return {
    code: 'missing_field',
    at: `content.scores/${item}/${member}`,
    what: {
      zh: `政策没有规定考核项目 ${item} 的${word.zh}，申请也未写明`,
      en: `the policy does not state the ${word.en} of ${item}, nor does the request`,
    },
    next: { zh: '请按年度考核办法填写', en: "give it as the year's assessment rules state it" },
  };
}

export function assessedMemberNotWanted(item: string, member: 'name' | 'points'): Refusal {
  const word = ITEM_WORDS[member];
  return {
    code: 'unknown_field',
    at: `content.scores/${item}/${member}`,
    what: {
      zh: `考核项目 ${item} 的${word.zh}以政策为准，不得另填`,
      en: `the policy states the ${word.en} of ${item}; the request may not give it`,
    },
    next: { zh: '请删去', en: 'leave it out' },
  };
}

const ITEM_WORDS = {
  name: { zh: '名称', en: 'name' },
  points: { zh: '满分', en: 'points' },
} as const;

export function matterNotTaken(kind: MatterKind, cite: readonly string[]): Refusal {
  const word = MATTER_WORDS[kind];
  return {
    code: 'matter_not_taken',
    at: 'kind',
    ...(cite[0] === undefined ? {} : { clause: cite[0] }),
    what: {
      zh: `本地政策的调剂办法没有${word.zh}，批准后也不生效`,
      en: `the adjustment of this policy has no ${word.en}; granting it would have no effect`,
    },
    next: {
      zh: '请核对文件；重大支出可作为缺口成因凭材料填报',
      en: 'check the document; large spending can be attested as the cause of a gap',
    },
  };
}

/** Refuses a decision on a place's own application: the place of the fund decides it. */
export function decidedAbove(place: string): Refusal {
  return {
    code: 'decided_above',
    at: place,
    what: {
      zh: `该事项由调剂金所在地 ${place} 决定，本级不能自行同意`,
      en: `${place}, the place of the fund, decides it; a place may not grant its own application`,
    },
    next: { zh: '请由该地的基金复核人员决定', en: 'have a fund checker of that place decide' },
  };
}

/** Refuses a handover that differs from the balance in the books without a stated reason. */
export function handoverDiffers(held: string): Refusal {
  return {
    code: 'handover_differs',
    at: 'content.amount',
    what: {
      zh: `账面年初结余为 ${held} 元，移交金额与此不同而未说明`,
      en: `the books held ${held} yuan at the start of the year; the amount handed over differs, and no reason is given`,
    },
    next: {
      zh: '请按账面全部移交，或在说明中写明差异原因（如审计调整）',
      en: 'hand over the whole balance of the books, or state the reason for the difference in the note, such as an audit adjustment',
    },
  };
}

const MATTER_WORDS: Readonly<Record<MatterKind, { readonly zh: string; readonly en: string }>> = {
  emergency: { zh: '紧急调剂', en: 'emergency application' },
  adoption: { zh: '授权数值的采纳', en: 'adoption' },
  handover: { zh: '统筹前结余移交', en: 'handover' },
  assessment: { zh: '年度考核', en: 'assessment' },
  remittance: { zh: '年度内上划', en: 'remittance within the year' },
  funding: { zh: '年度内拨付', en: 'funding within the year' },
};
