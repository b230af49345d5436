import type { obligationView } from '#application/fund/ledger-views';
import type { listBankAccounts } from '#application/payout/bank-accounts';
import type {
  noticeView,
  payableView,
  planLineView,
  planView,
  runLineView,
  runView,
  unsweptView,
} from '#application/payout/views';
import {
  ACCOUNT_ROLE_WORDS,
  ANSWER_WORDS,
  decisionWord,
  ENDED_WORDS,
  FUND_WORDS,
  MONEY_SOURCE_WORDS,
  PURPOSE_WORDS,
  TYPE_WORDS,
  wordOf,
} from '#application/rendering/record-words';
import { amount, instant, text, type Cell, type ListColumn } from '#application/rendering/list-text';
import type { Bilingual } from '#kernel/bilingual';

type Columns<View extends (...given: never[]) => unknown> = readonly ListColumn<ReturnType<View>>[];

const typeOf = ({ insuranceType }: { readonly insuranceType: string | null }): Cell =>
  insuranceType === null ? null : wordOf(TYPE_WORDS, insuranceType);
const poolOf = ({ pool }: { readonly pool: string }): string => pool;
const roleOf = ({ role }: { readonly role: string }): Bilingual => wordOf(ACCOUNT_ROLE_WORDS, role);

export const PAYABLES: Columns<typeof payableView> = [
  text('支付事由', 'purpose', ({ purpose }) => wordOf(PURPOSE_WORDS, purpose)),
  text('收款方', 'payee', ({ counterparty }) => counterparty),
  text('待遇类别', 'category', ({ category }) => category),
  amount('统筹基金', 'pooled fund', ({ pooled }) => pooled),
  amount('个人账户', 'personal accounts', ({ account }) => account),
];

export const OBLIGATIONS: Columns<typeof obligationView> = [
  text('统筹区', 'pool', poolOf),
  text('险种', 'type', typeOf),
  text('对方', 'counterparty', ({ counterparty }) => counterparty),
  text('基金', 'fund', ({ fund }) => wordOf(FUND_WORDS, fund)),
  text('资金来源', 'source', ({ source }) => wordOf(MONEY_SOURCE_WORDS, source)),
  amount('应收', 'owed to the fund', ({ receivable }) => receivable),
  amount('预付', 'paid in advance', ({ advance }) => advance),
  amount('应付', 'owed by the fund', ({ payable }) => payable),
];

export const PLANS: Columns<typeof planView> = [
  text('编号', 'id', ({ id }) => id),
  text('统筹区', 'pool', poolOf),
  text('险种', 'type', typeOf),
  text('月份', 'month', ({ month }) => month),
  amount('金额', 'amount', ({ total }) => total),
  text('状态', 'state', ({ ended, decision }) =>
    ended === null ? decisionWord(decision) : wordOf(ENDED_WORDS, ended),
  ),
  amount('未拨付统筹基金', 'open pooled fund', ({ openPooled }) => openPooled),
  amount('未拨付个人账户', 'open personal accounts', ({ openAccount }) => openAccount),
  text('拨付凭证', 'funded by events', ({ fundings }) => fundings.map(({ event }) => event).join(' ')),
  instant('提出时间', 'proposed at', ({ proposedAt }) => proposedAt),
];

export const PLAN_LINES: readonly ListColumn<ReturnType<typeof planLineView> & { readonly plan: string }>[] =
  [
    text('计划', 'plan', ({ plan }) => plan),
    text('预算科目', 'budget line', ({ line }) => line),
    amount('应付', 'owed', ({ open }) => open),
    amount('预计', 'expected', ({ expected }) => expected),
    amount('支出户余留', 'carried', ({ carried }) => carried),
    amount('拨付', 'to be funded', (line) => line.amount),
  ];

export const RUNS: Columns<typeof runView> = [
  text('编号', 'id', ({ id }) => id),
  text('统筹区', 'pool', poolOf),
  text('险种', 'type', typeOf),
  text('支付事由', 'purpose', ({ purpose }) => wordOf(PURPOSE_WORDS, purpose)),
  text('支付日期', 'pays on', ({ paysOn }) => paysOn),
  amount('笔数', 'lines', ({ lineCount }) => lineCount),
  amount('金额', 'amount', ({ total }) => total),
  text('状态', 'state', ({ ended, sentAt, decision }) => {
    if (ended !== null) return wordOf(ENDED_WORDS, ended);
    return sentAt === null ? decisionWord(decision) : { zh: '已发送', en: 'sent' };
  }),
  amount('已付', 'paid', ({ paidCount }) => paidCount),
  amount('退回', 'sent back', ({ rejectedCount }) => rejectedCount),
];

export const RUN_LINES: Columns<typeof runLineView> = [
  amount('行', 'line', ({ line }) => line),
  text('收款方', 'payee', ({ counterparty }) => counterparty),
  text('户名', 'holder', ({ holder }) => holder),
  text('开户行', 'bank', ({ bank }) => bank),
  text('账号', 'number', ({ number }) => number),
  amount('统筹基金', 'pooled fund', ({ pooled }) => pooled),
  amount('个人账户', 'personal accounts', ({ account }) => account),
  text('银行回盘', 'bank’s answer', ({ answers }) => answerWords(answers)),
  text('银行回单号', 'voucher', ({ vouchers }) => vouchers.join(' ')),
  text('退回原因', 'why sent back', ({ reason }) => reason),
  text('再付批次', 'paid again by', ({ repeatedBy }) => repeatedBy.map(({ run }) => run).join(' ')),
  text('所付退回批次', 'pays again', ({ repeats }) => repeats.map(({ run }) => run).join(' ')),
  text('凭证', 'event', ({ event }) => event),
];

export const ACCOUNTS: readonly ListColumn<Awaited<ReturnType<typeof listBankAccounts>>[number]>[] = [
  text('编号', 'id', ({ id }) => id),
  text('统筹区', 'pool', poolOf),
  text('用途', 'use', roleOf),
  text('险种', 'type', typeOf),
  text('收款方', 'payee', ({ counterparty }) => counterparty),
  text('户名', 'holder', ({ holder }) => holder),
  text('开户行', 'bank', ({ bank }) => bank),
  text('账号', 'number', ({ number }) => number),
  text('状态', 'state', ({ sentBackFor, decision, holds }) => {
    if (sentBackFor !== null)
      return { zh: `停用，银行退回：${sentBackFor}`, en: `not used, sent back: ${sentBackFor}` };
    return holds ? { zh: '在用', en: 'in use' } : decisionWord(decision);
  }),
];

export const NOTICES: Columns<typeof noticeView> = [
  text('编号', 'id', ({ id }) => id),
  text('统筹区', 'pool', poolOf),
  text('险种', 'type', typeOf),
  text('账户', 'account', roleOf),
  text('起', 'from', ({ fromDay }) => fromDay),
  text('止', 'to', ({ toDay }) => toDay),
  text('到账日期', 'credited on', ({ creditedOn }) => creditedOn),
  amount('金额', 'amount', (notice) => notice.amount),
  amount('测算', 'expected', ({ expected }) => expected),
  amount('差额', 'difference', ({ difference }) => difference),
  text('凭证号', 'reference', ({ reference }) => reference),
  text('状态', 'state', ({ decision }) => decisionWord(decision)),
];

export const UNSWEPT: Columns<typeof unsweptView> = [
  text('统筹区', 'pool', poolOf),
  text('名称', 'name', ({ poolName }) => poolName),
  text('险种', 'type', typeOf),
  text('账户', 'account', roleOf),
  amount('余额', 'balance', ({ balance }) => balance),
];

function answerWords(answers: readonly string[]): Cell {
  const words = answers.map((answer) => wordOf(ANSWER_WORDS, answer));
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}
