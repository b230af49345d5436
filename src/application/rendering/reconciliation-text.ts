import { renderTextTable } from '#application/rendering/text-table';
import type { premiumView, reconciliationView, statementView } from '#application/reconciliation/views';

type View = ReturnType<typeof reconciliationView>;

const left = (header: string) => ({ header, align: 'left' as const });
const right = (header: string) => ({ header, align: 'right' as const });

/** Statements with the state of their months, for the terminal. */
export function reconciliationsText(statements: readonly ReturnType<typeof statementView>[]): string {
  const columns = ['编号 id', '统筹区 pool', '险种 type', '对方 party', '账户', '月份 month', '状态 state'];
  const rows = statements.map(({ id, pool, insuranceType, party, account, month, state }) => {
    return [id, pool, insuranceType, party, account, month, state];
  });
  return `${renderTextTable(columns.map(left), rows)}\n`;
}

/** A month for the terminal: the balance adjustment, what each rule matched, and what is open. */
export function reconciliationText({ adjustment, matched, differences }: View): string {
  const { ours, theirs, theirReceipts, theirPayments, ourReceipts, ourPayments, adjusted } = adjustment;
  const balances = renderTextTable(
    [left('账面 ours'), right(''), left('对账单 theirs'), right('')],
    [
      ['余额 balance', ours, '余额 balance', theirs],
      ['加 theirs received', theirReceipts, '加 ours received', ourReceipts],
      ['减 theirs paid', theirPayments, '减 ours paid', ourPayments],
      ['调节后 adjusted', adjusted, '调节后 adjusted', adjusted],
    ],
  );
  const rules = matched
    .filter(({ groups }) => groups > 0)
    .map(({ ruleName, ours: own, theirs: other, amount }) => {
      return [`${ruleName.zh} ${ruleName.en}`, own.toString(), other.toString(), amount];
    });
  const matchTable = renderTextTable(
    [left('对上 matched by'), right('账面 ours'), right('对账单 theirs'), right('金额 amount')],
    rules,
  );
  const open = differences.map(({ side, line, kindName, approved }) => [
    side,
    line.id,
    line.on,
    line.amount,
    `${kindName.zh} ${kindName.en}`,
    approved === null ? '' : `${approved.kind}: ${approved.reason}`,
  ]);
  const columns = [
    left('差异 open'),
    left('编号 id'),
    left('日期 day'),
    right('金额 amount'),
    left('性质 kind'),
    left(''),
  ];
  return `${[balances, matchTable, renderTextTable(columns, open)].join('\n\n')}\n`;
}

/** Premiums from station to station, for the terminal; what nobody told is a dash. */
export function premiumText({ stations, gaps }: ReturnType<typeof premiumView>): string {
  const names = {
    assessed: '核定 assessed',
    levied: '税务征收 levied by tax',
    collectedByAgency: '经办征收 collected by the agency',
    receivedByTreasury: '国库收款 received, by the treasury',
    received: '账面入库 received, by our ledger',
    sweptByTreasury: '国库划出 swept, by the treasury',
    swept: '账面划转 swept, by our ledger',
  } as const;
  const keys = Object.keys(names) as readonly (keyof typeof names)[];
  const rows = keys.map((key) => [names[key], stations[key] ?? '—']);
  const gapRows = gaps.map(({ name, amount }) => [`${name.zh} ${name.en}`, amount ?? '—']);
  const tables = [
    renderTextTable([left('环节 station'), right('金额 amount')], rows),
    renderTextTable([left('差额 gap'), right('金额 amount')], gapRows),
  ];
  return `${tables.join('\n\n')}\n`;
}
