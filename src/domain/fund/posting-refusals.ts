import type { Bilingual } from '#kernel/bilingual';
import { assert } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';

const WHAT: Readonly<Record<string, readonly [Bilingual, Bilingual]>> = {
  event_unknown: [
    { zh: '要冲销的事项不存在或未入账', en: 'the event to reverse does not exist or was not posted' },
    { zh: '请核对事项编号', en: 'check its number' },
  ],
  reversal_of_reversal: [
    { zh: '冲销不能再冲销', en: 'a reversal cannot be reversed' },
    { zh: '请重新记一笔', en: 'post the event again' },
  ],
  already_reversed: [
    { zh: '该事项已经冲销过', en: 'the event is already reversed' },
    { zh: '冲销只能一次，请核对', en: 'an event is reversed once only; check the journal' },
  ],
  template_unknown: [
    { zh: '该政策包版本没有这个记账模板', en: 'this pack version has no such journal template' },
    { zh: '请核对模板，或先登记政策包', en: 'check the template, or register the pack first' },
  ],
  type_not_of_template: [
    { zh: '该险种不用这个模板', en: 'the template is not for this insurance type' },
    { zh: '请核对险种', en: 'check the insurance type' },
  ],
  pool_unknown: [
    { zh: '登记簿中没有这个统筹区或调剂金', en: 'the register has no such pool or adjustment fund' },
    { zh: '请先登记统筹区', en: 'record the pool first' },
  ],
  special_account_short: [
    {
      zh: '财政专户没有这么多该基金、该来源的资金（NAT-144.36）',
      en: 'the special account does not hold that much of this fund and source (NAT-144.36)',
    },
    { zh: '请在资金到账以后再付，或减少金额', en: 'pay once the money has come in, or pay less' },
  ],
  books_not_opened: [
    { zh: '该统筹区该险种尚未建账', en: 'no books are open for this pool and insurance type' },
    { zh: '请先建账', en: 'open the books first' },
  ],
  other_pool_missing: [
    { zh: '未说明另一方统筹区', en: 'the other pool is not named' },
    { zh: '请写明', en: 'name the other pool' },
  ],
  other_pool_not_wanted: [
    { zh: '此事项只涉及一个统筹区', en: 'the event concerns one pool only' },
    { zh: '请去掉另一方', en: 'leave the other pool out' },
  ],
  same_pool: [
    { zh: '双方是同一统筹区', en: 'both pools are the same' },
    { zh: '请核对', en: 'check the two pools' },
  ],
  wrong_kind_of_books: [
    {
      zh: '统筹基金的账与调剂金的账用反了',
      en: "a pool's books are given where an adjustment fund's are needed, or the reverse",
    },
    { zh: '请核对双方', en: 'check who gives and who receives' },
  ],
  counterparty_wrong: [
    { zh: '对方缺失、多余或种类不符', en: 'the counterparty is missing, superfluous or of the wrong kind' },
    { zh: '请按模板写成“种类:编号”', en: 'write it as kind:id, with a kind that the template allows' },
  ],
  category_wrong: [
    {
      zh: '待遇类别缺失、多余或不在其列',
      en: 'the category is missing, superfluous or not one of the template',
    },
    { zh: '请按模板选择', en: 'choose a category of the template' },
  ],
  amounts_wrong: [
    { zh: '金额项与模板不一致', en: 'the amounts are not those of the template' },
    { zh: '每项都要写明，没有的写 0', en: 'give every amount, 0 where there is none' },
  ],
  amount_zero: [
    { zh: '金额全为零', en: 'every amount is zero' },
    { zh: '无须入账', en: 'no posting is needed' },
  ],
  amount_negative: [
    { zh: '金额为负', en: 'an amount is negative' },
    { zh: '更正请注明所更正的事项', en: 'for a correction name the event that it corrects' },
  ],
  correction_wrong: [
    {
      zh: '所更正的事项不存在，或模板、各方不一致',
      en: 'the event to correct does not exist, or has another template or other parties',
    },
    { zh: '请核对事项编号', en: 'check its number' },
  ],
  approval_missing: [
    { zh: '受限资金须经第二人批准', en: 'restricted money needs the approval of a second person' },
    { zh: '请先申请并获批准', en: 'request the approval and have it granted first' },
  ],
  approval_not_wanted: [
    { zh: '此事项不需审批', en: 'the event needs no approval' },
    { zh: '请去掉审批号，以免白用', en: 'leave the approval out, so that it is not used up' },
  ],
  approval_of_other: [
    { zh: '该审批不是批给此事项的', en: 'the approval was given for another event' },
    { zh: '请核对审批的模板、统筹区与险种', en: 'check its template, pool and insurance type' },
  ],
  approval_exceeded: [
    { zh: '金额超过批准额', en: 'the amount exceeds the approved amount' },
    { zh: '请另行申请', en: 'request a new approval' },
  ],
  above_given: [
    {
      zh: '退回的金额超过审批所指年度原已转入的金额（扣除已退回的）',
      en: 'the amount exceeds what was posted in the year that the approval names, less earlier returns',
    },
    { zh: '请核对年度、方向与金额', en: 'check the year, the direction and the amount' },
  ],
  approval_used: [
    { zh: '该审批已经用过', en: 'the approval has been used' },
    { zh: '请另行申请', en: 'request a new approval' },
  ],
  cause_not_allowed: [
    { zh: '批准的事由不在许可之列', en: 'this money may not be used for the approved cause' },
    { zh: '请核对事由', en: 'check the cause' },
  ],
  key_reused: [
    { zh: '此业务号已用于另一内容', en: 'the key is already used for other content' },
    { zh: '请换业务号，或按原内容重发', en: 'use another key, or send the original content again' },
  ],
  month_closed: [
    { zh: '该月已经结账', en: 'the month is closed' },
    { zh: '结账不可撤回', en: 'a closed month stays closed' },
  ],
  earlier_month_open: [
    { zh: '更早的月份尚未结账', en: 'an earlier month is still open' },
    { zh: '请按月依次结账', en: 'close the months in order' },
  ],
  accounts_unswept: [
    {
      zh: '月末收入户或国库存款尚未划入财政专户',
      en: 'the income account or the treasury is not empty at the end of the month',
    },
    {
      zh: '请先月末划转；确知无法划转的，写明原因后结账',
      en: 'sweep it first; where that is known to be impossible, close the month with the reason',
    },
  ],
  books_opened: [
    { zh: '已经建账', en: 'these books are already open' },
    { zh: '请核对', en: 'check pool and insurance type' },
  ],
  request_unknown: [
    { zh: '没有这个审批申请', en: 'there is no such request' },
    { zh: '请核对编号', en: 'check its number' },
  ],
  request_decided: [
    { zh: '该申请已有结论', en: 'a decision on the request has already been recorded' },
    { zh: '如有需要请另行申请', en: 'if necessary, make a new request' },
  ],
  decided_with_whole: [
    {
      zh: '该申请属于期初余额文件或年度调剂方案，不能单独批准',
      en: 'the request is part of a file of opening balances or of a year of adjustment and cannot be decided alone',
    },
    { zh: '请在该文件或该年度上办理', en: 'decide the file or the year as a whole' },
  ],
  same_person: [
    { zh: '申请人不能批准自己的申请', en: 'the requester may not approve' },
    { zh: '请由另一人批准', en: 'have another person decide' },
  ],
};

/**
 * Refuses with the words of a code that the ledger's functions returned.
 * @param at the key of the event, the books or the number of the request
 */
export function postingRefusal(code: string, at: string): Refusal {
  const words = WHAT[code];
  assert(words !== undefined, `the ledger's code ${code} is explained`);
  const [what, next] = words;
  return { code, at, what, next };
}
