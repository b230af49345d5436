import { amount, listText, text, type Cell, type ListColumn } from '#application/rendering/list-text';
import type { premiumView, reconciliationView, statementView } from '#application/reconciliation/views';
import type { Bilingual } from '#kernel/bilingual';

type View = ReturnType<typeof reconciliationView>;
type Language = keyof Bilingual;

const STATEMENTS: readonly ListColumn<ReturnType<typeof statementView>>[] = [
  text('编号', 'id', ({ id }) => id),
  text('统筹区', 'pool', ({ pool }) => pool),
  text('险种', 'type', ({ insuranceType }) => insuranceType),
  text('对方', 'party', ({ party }) => party),
  text('账户', 'account', ({ account }) => account),
  text('月份', 'month', ({ month }) => month),
  text('状态', 'state', ({ state }) => state),
];

/** Statements with the state of their months, for the terminal. */
export function reconciliationsText(
  language: Language,
  statements: readonly ReturnType<typeof statementView>[],
): string {
  return listText(language, STATEMENTS, statements);
}

/** A line of the balance adjustment: words and figure of ours, then of theirs. */
type AdjustmentRow = readonly [ours: Bilingual, Cell, theirs: Bilingual, Cell];

const ADJUSTMENT: readonly ListColumn<AdjustmentRow>[] = [
  text('账面', 'ours', ([words]) => words),
  amount('', '', ([, figure]) => figure),
  text('对账单', 'theirs', ([, , words]) => words),
  amount('', '', ([, , , figure]) => figure),
];

const MATCHED: readonly ListColumn<View['matched'][number]>[] = [
  text('对上', 'matched by', ({ ruleName }) => ruleName),
  amount('账面', 'ours', ({ ours }) => ours),
  amount('对账单', 'theirs', ({ theirs }) => theirs),
  amount('金额', 'amount', (one) => one.amount),
];

const OPEN: readonly ListColumn<View['differences'][number]>[] = [
  text('差异', 'open', ({ side }) => side),
  text('编号', 'id', ({ line }) => line.id),
  text('日期', 'day', ({ line }) => line.on),
  amount('金额', 'amount', ({ line }) => line.amount),
  text('性质', 'kind', ({ kindName }) => kindName),
  text('逾期未达月数', 'months overdue', ({ overdueMonths }) => (overdueMonths === 0 ? null : overdueMonths)),
  text('处理', 'approved', ({ approved }) =>
    approved === null ? null : `${approved.kind}: ${approved.reason}`,
  ),
];

/** A month for the terminal: the balance adjustment, what each rule matched, what is open, and the other side's word. */
export function reconciliationText(
  language: Language,
  { adjustment, matched, differences, partyName }: View,
): string {
  const { ours, theirs, theirReceipts, theirPayments, ourReceipts, ourPayments, adjusted } = adjustment;
  const balance = { zh: '余额', en: 'balance' };
  const end = { zh: '调节后', en: 'adjusted' };
  const rows: readonly AdjustmentRow[] = [
    [balance, ours, balance, theirs],
    [
      { zh: '加：对方已收', en: 'theirs received' },
      theirReceipts,
      { zh: '加：我方已收', en: 'ours received' },
      ourReceipts,
    ],
    [
      { zh: '减：对方已付', en: 'less theirs paid' },
      theirPayments,
      { zh: '减：我方已付', en: 'less ours paid' },
      ourPayments,
    ],
    [end, adjusted, end, adjusted],
  ];
  const rules = matched.filter(({ groups }) => groups > 0);
  const tables = [
    listText(language, ADJUSTMENT, rows),
    listText(language, MATCHED, rules),
    listText(language, OPEN, differences),
    `${{ zh: '对方确认：', en: 'other party: ' }[language]}${partyName[language]}\n`,
  ];
  return tables.join('\n');
}

type Premiums = ReturnType<typeof premiumView>;

/** From assessment to the special account, in this order. */
const STATIONS: readonly (readonly [keyof Premiums['stations'], Bilingual])[] = [
  ['assessed', { zh: '核定', en: 'assessed' }],
  ['levied', { zh: '税务征收', en: 'levied by tax' }],
  ['collectedByAgency', { zh: '经办征收', en: 'collected by the agency' }],
  ['receivedByTreasury', { zh: '国库收款', en: 'received, by the treasury' }],
  ['received', { zh: '账面入库', en: 'received, by our ledger' }],
  ['sweptByTreasury', { zh: '国库划出', en: 'swept, by the treasury' }],
  ['swept', { zh: '账面划转', en: 'swept, by our ledger' }],
];

/** Premiums from station to station, for the terminal; what nobody told is a dash. */
export function premiumText(language: Language, { stations, gaps }: Premiums): string {
  const atStations: readonly ListColumn<(typeof STATIONS)[number]>[] = [
    text('环节', 'station', ([, name]) => name),
    amount('金额', 'amount', ([station]) => stations[station] ?? null),
  ];
  const ofGaps: readonly ListColumn<Premiums['gaps'][number]>[] = [
    text('差额', 'gap', ({ name }) => name),
    amount('金额', 'amount', (gap) => gap.amount),
  ];
  return [listText(language, atStations, STATIONS), listText(language, ofGaps, gaps)].join('\n');
}
