import type { ReportColumn, ReportTable } from '#application/exports/report';
import type { GatheredPeriod, WorkedDifference } from '#application/reconciliation/gather-period';
import { partyName } from '#domain/payout/party-name';
import { MATCH_RULES, type MatchRule } from '#domain/reconciliation/match';
import { DIFFERENCE_KINDS } from '#domain/reconciliation/name-differences';
import { PARTIES, PARTY_STANDINGS } from '#domain/reconciliation/party';
import type { Bilingual } from '#kernel/bilingual';
import { fen, formatYuan } from '#kernel/fen';

/** The balance adjustment statement (余额调节表) of a month laid out in Chinese for a file. */
export interface AdjustmentReport {
  readonly title: string;
  /** Name of the file without its ending. */
  readonly fileName: string;
  readonly statementId: string;
  /** Hash of what two people signed; for a month that is not closed, hash of the other party’s file. */
  readonly contentHash: string;
  /** The instant to which the file is dated, ISO 8601 in UTC. */
  readonly recordedAt: string;
  /** Mark across every page of a month that two people have not closed; null where they have. */
  readonly draftMark: string | null;
  readonly head: readonly (readonly [label: string, text: string])[];
  /** The adjustment, what is open, and how the rest was matched. */
  readonly tables: readonly [ReportTable, ReportTable, ReportTable];
  readonly signOff: string;
}

const ACCOUNTS: Readonly<Record<string, string>> = {
  '1002': '收入户存款（1002）',
  '1003': '财政专户存款（1003）',
  '1004': '支出户存款（1004）',
  '1005': '国库存款（1005）',
};
const TYPES = { employee: '职工基本医疗保险基金', resident: '城乡居民基本医疗保险基金' } as const;
const KINDS = { timing: '未达', correction: '更正', claim: '向对方提出' } as const;

/** Room for a name that is written by hand, and between two names: ideographic spaces. */
const UNSIGNED = '\u3000'.repeat(4);
const GAP = '\u3000'.repeat(2);

/** The names of things that are stored by id. */
export interface ReportWords {
  readonly nameOf: (userId: string) => string;
  /** A journal template by its id; undefined for a text that is none. */
  readonly templateOf: (id: string) => string | undefined;
}

/** Lays out a month in its present state; both sides of its first table end in the same figure (NAT-28.7). */
export function adjustmentReport(
  period: GatheredPeriod,
  poolName: Bilingual,
  { nameOf, templateOf }: ReportWords,
): AdjustmentReport {
  const { statement, closing, party: standing } = period;
  const isClosed = statement.state === 'reconciled' && closing !== null;
  const party = PARTIES[statement.party].name.zh;
  const title = `${poolName.zh}${TYPES[statement.insuranceType]}余额调节表`;
  const checker = isClosed && closing.decidedBy !== null ? nameOf(closing.decidedBy) : UNSIGNED;
  const account = ACCOUNTS[statement.account] ?? statement.account;
  return {
    title,
    fileName: `${title} ${party} ${statement.account} ${statement.month}`,
    statementId: statement.id,
    contentHash: closing?.contentHash ?? statement.fileHash,
    recordedAt: closing?.decidedAt ?? closing?.proposedAt ?? statement.importedAt,
    draftMark: isClosed ? null : '未结清',
    head: [
      ['编制单位', poolName.zh],
      ['账户', account],
      ['对账方', party],
      ['月份', statement.month],
      ['单位', '元'],
      ['对账单文件', `${statement.fileName}（${statement.fileHash}）`],
      ['导入', statement.byParty ? '对方部门自行导入' : '医保经办导入'],
      ['对方确认', PARTY_STANDINGS[standing].zh],
    ],
    tables: [adjustmentTable(period), differenceTable(period.differences, templateOf), matchTable(period)],
    signOff: [
      `编制：${closing === null ? UNSIGNED : nameOf(closing.proposedBy)}`,
      `对方确认：${partySignature(period, nameOf)}`,
      `复核：${checker}`,
    ].join(GAP),
  };
}

/**
 * Writes the confirming person of the other side, room for the name while someone can confirm, or why there is none.
 */
function partySignature({ party, closing }: GatheredPeriod, nameOf: ReportWords['nameOf']): string {
  const confirmer = closing?.confirmedBy ?? null;
  if (party === 'confirmed' && confirmer !== null) return nameOf(confirmer);
  return party === 'awaited' ? UNSIGNED : PARTY_STANDINGS[party].zh;
}

function adjustmentTable({ reconciliation }: GatheredPeriod): ReportTable {
  const { ours, theirs, adjusted, ...items } = reconciliation.adjustment;
  return {
    title: '余额调节',
    columns: [
      { header: '账面', content: 'text' },
      { header: '账面金额', content: 'amount' },
      { header: '对账单', content: 'text' },
      { header: '对账单金额', content: 'amount' },
    ],
    rows: [
      ['账面余额', yuan(ours), '对账单余额', yuan(theirs)],
      ['加：对方已收我方未收', yuan(items.theirReceipts), '加：我方已收对方未收', yuan(items.ourReceipts)],
      ['减：对方已付我方未付', yuan(items.theirPayments), '减：我方已付对方未付', yuan(items.ourPayments)],
    ],
    totals: ['调节后余额', yuan(adjusted), '调节后余额', yuan(adjusted)],
  };
}

const DIFFERENCE_COLUMNS: readonly ReportColumn[] = [
  { header: '记在', content: 'text' },
  { header: '日期', content: 'text' },
  { header: '金额', content: 'amount' },
  { header: '凭证号', content: 'prose' },
  { header: '往来方', content: 'prose' },
  { header: '摘要', content: 'prose' },
  { header: '性质', content: 'text' },
  { header: '处理', content: 'text' },
  { header: '说明', content: 'prose' },
];

function differenceTable(
  differences: readonly WorkedDifference[],
  templateOf: ReportWords['templateOf'],
): ReportTable {
  return {
    title: '未达账项和差异',
    columns: DIFFERENCE_COLUMNS,
    rows: differences.map(({ side, line, kind, approved, overdueMonths }) => [
      side === 'ours' ? '账面' : '对账单',
      line.on,
      yuan(line.amount),
      eventOf(line.id) ?? line.references.join('、'),
      partyName(line.counterparty).zh,
      side === 'ours' ? (templateOf(line.summary) ?? line.summary) : line.summary,
      overdueMonths === 0 ? DIFFERENCE_KINDS[kind].zh : `逾期未达 ${overdueMonths} 个月`,
      approved === null ? '待处理' : KINDS[approved.kind],
      approved === null
        ? ''
        : `${approved.reason}${approved.event === null ? '' : `（凭证 ${approved.event}）`}`,
    ]),
  };
}

/** Names a movement of ours by its event number, by which people find it; the key is internal. */
function eventOf(id: string): string | undefined {
  return /^event\/(\d+)$/.exec(id)?.[1];
}

function matchTable({ reconciliation }: GatheredPeriod): ReportTable {
  const rules = Object.keys(MATCH_RULES) as readonly MatchRule[];
  const rows = rules.flatMap((rule) => {
    const own = reconciliation.matches.filter((match) => match.rule === rule);
    if (own.length === 0) return [];
    const count = (side: 'ours' | 'theirs'): string =>
      own.reduce((sum, match) => sum + match[side].length, 0).toString();
    const amount = own.reduce((sum, match) => sum + match.amount, 0n);
    return [[MATCH_RULES[rule].zh, own.length.toString(), count('ours'), count('theirs'), yuan(amount)]];
  });
  return {
    title: '已对上',
    columns: [
      { header: '规则', content: 'prose' },
      { header: '组数', content: 'text' },
      { header: '账面笔数', content: 'text' },
      { header: '对账单笔数', content: 'text' },
      { header: '金额（收减付）', content: 'amount' },
    ],
    rows,
  };
}

function yuan(amount: bigint): string {
  return formatYuan(fen(amount));
}
