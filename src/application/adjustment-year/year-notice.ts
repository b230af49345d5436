import { findApproved } from '#application/adjustment-year/approved-version';
import type { NoticeReport } from '#application/adjustment-year/notice-report';
import { nothingToNotify } from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import type { YearProposal } from '#application/adjustment-year/snapshot';
import { storedPacks } from '#application/adjustment-year/stored-packs';
import { openedYear, withinYears, type OpenedYear } from '#application/adjustment-year/within-years';
import { namePeople } from '#application/identity/name-people';
import type { IdentityServices } from '#application/identity/services';
import { chinaDateOf } from '#application/pack-life/china-time';
import { openStoredPack } from '#application/packs/stored-pack';
import type { Pool } from '#application/ports/place-store';
import { SCHEME_WORDS } from '#application/rendering/words';
import { partsOfLine, type LineKind } from '#domain/adjustment-year/year-line';
import type { YearStep } from '#domain/adjustment-year/year-step';
import type { Scope } from '#domain/identity/account';
import { capitalAmount } from '#kernel/capital-amount';
import { allow, refuse, type Decision } from '#kernel/decision';
import { fen, formatYuan, formatYuanGrouped, parseYuan, type Fen } from '#kernel/fen';
import { findClause, type Pack } from '#rules/pack/pack';

/** What a notice says: remit (上解) or receive (下拨). */
export type NoticeKind = 'levy' | 'allocation';

const LINES_OF: Readonly<Record<NoticeKind, readonly LineKind[]>> = {
  levy: ['levy', 'recovery', 'burden'],
  allocation: ['allocation'],
};

const LINE_WORDS: Readonly<Record<string, string>> = {
  levy: '年度上解',
  recovery: '追回异地就医基金上缴',
  'burden/legacy_balance': '统筹前结余承担部分上缴',
  'burden/local_treasury': '同级财政承担部分上缴',
  'burden/subsidy': '同级财政补贴部分上缴',
  'allocation/recovery_return': '追回基金返还',
  'allocation/normal': '正常调剂',
  'allocation/emergency': '紧急调剂',
  'allocation/incentive': '激励调剂',
  'allocation/gap_share': '缺口分担',
  'allocation/reserve_release': '风险调剂金动用',
  'allocation/distribution': '全部分配',
  'allocation/full_pooling': '统收统支拨付',
};

/**
 * The notice of remittance or of allocation of one pool in the last approved version, or in one that is named. All of
 * it is read from what was stored, so that it can be made again years later to the same bytes. It bears the names of who
 * proposed, checked and approved that version.
 */
export async function yearNotice(
  services: YearServices & Pick<IdentityServices, 'identityStore'>,
  scope: Scope,
  {
    id,
    kind,
    pool,
    version,
  }: {
    readonly id: string;
    readonly kind: NoticeKind;
    readonly pool: string;
    readonly version?: number | undefined;
  },
): Promise<Decision<NoticeReport>> {
  const named = await services.placeStore.findPool(scope, pool);
  const found = await withinYears(services.adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    if (named === undefined) return refuse(nothingToNotify(pool));
    const { steps } = opened.value.state;
    const found = findApproved(steps, (one) => one === (version ?? one));
    if (found === undefined) return refuse(nothingToNotify(pool));
    const { approved, proposal } = found;
    const before = findApproved(steps, (one) => one < found.version)?.proposal;
    const rows = noticeRows(kind, pool, proposal, before);
    if (rows.length === 0) return refuse(nothingToNotify(pool));
    const pack = await openStoredPack(storedPacks(office), services.hash, proposal.packHash);
    if (!pack.allowed) return pack;
    const signers = SIGNING.map(
      ([label, step]) =>
        [
          label,
          steps.findLast((one) => one.kind === step && one.version === approved.version)?.by ?? null,
        ] as const,
    );
    return allow({ opened: opened.value, approved, proposal, rows, pack: pack.value, signers, pool: named });
  });
  if (!found.allowed) return found;
  const { opened, approved, proposal, signers, ...parts } = found.value;
  const { titleOf } = await namePeople(
    services,
    signers.map(([, by]) => by),
  );
  const signed = signers.map(([label, by]) => [label, by === null ? '—' : titleOf(by)] as const);
  return allow(noticeOf(opened, approved, proposal, { kind, signed, ...parts }));
}

/** Whose names stand on a notice, and by which step of its version. */
const SIGNING = [
  ['提出', 'proposed'],
  ['复核', 'checked'],
  ['批准', 'approved'],
] as const;

interface NoticeRow {
  readonly label: string;
  readonly before: Fen;
  readonly amount: Fen;
  readonly clauses: readonly string[];
}

function noticeRows(
  kind: NoticeKind,
  pool: string,
  proposal: YearProposal,
  before: YearProposal | undefined,
): readonly NoticeRow[] {
  const own = (lines: YearProposal['lines']): YearProposal['lines'] =>
    lines.filter(({ id }) => {
      const parts = partsOfLine(id);
      return parts.pool === pool && LINES_OF[kind].includes(parts.kind);
    });
  const [now, then] = [own(proposal.lines), own(before?.lines ?? [])];
  const ids = [...new Set([...now, ...then].map(({ id }) => id))];
  return ids.map((id) => {
    const line = now.find((one) => one.id === id);
    const earlier = then.find((one) => one.id === id);
    const { kind: of, detail } = partsOfLine(id);
    return {
      label: LINE_WORDS[detail === '' ? of : `${of}/${detail}`] ?? id,
      before: amountOf(earlier?.amount),
      amount: amountOf(line?.amount),
      clauses: line?.clauses ?? earlier?.clauses ?? [],
    };
  });
}

function noticeOf(
  { year }: OpenedYear,
  approved: YearStep,
  { run, resultHash }: YearProposal,
  {
    kind,
    pool,
    rows,
    pack,
    signed,
  }: {
    readonly kind: NoticeKind;
    readonly pool: Pool;
    readonly rows: readonly NoticeRow[];
    readonly pack: Pack;
    readonly signed: NoticeReport['head'];
  },
): NoticeReport {
  const what = kind === 'levy' ? '上解' : '下拨';
  const scheme = SCHEME_WORDS[year.insuranceType] ?? year.insuranceType;
  const title = `${year.year} 年度${scheme}调剂金${what}通知`;
  const number = `${year.fund}-${year.insuranceType}-${year.year}-${approved.version}-${kind}-${pool.id}`;
  const total = fen(rows.reduce((sum, row) => sum + row.amount, 0n));
  const difference = fen(rows.reduce((sum, row) => sum + row.amount - row.before, 0n));
  const isCorrection = approved.version > 1;
  return {
    title,
    fileName: `${title.replaceAll(' ', '')}-${pool.name.zh}-${approved.version}`,
    number,
    runId: run,
    resultHash,
    recordedAt: approved.at,
    dataNote: `第 ${approved.version} 版，批准于 ${chinaDateOf(approved.at)}`,
    head: [
      ['通知编号', number],
      ['致', pool.name.zh],
      ['批准日期', chinaDateOf(approved.at)],
      ['批准意见', approved.note === '' ? '—' : approved.note],
      ...signed,
      ['计算记录', `${run}，结果哈希 ${resultHash}`],
    ],
    amounts: amountTable(rows, what, isCorrection),
    total: [
      ['合计（小写）', `${formatYuanGrouped(total)} 元`],
      ['合计（大写）', capitalAmount(total)],
      ...(isCorrection
        ? ([
            ['本次应补（退）（小写）', `${formatYuanGrouped(difference)} 元`],
            ['本次应补（退）（大写）', capitalAmount(difference)],
          ] as const)
        : []),
    ],
    clauses: clauseTable(rows, pack),
    closing: [
      kind === 'levy' ? '请按上列金额足额上缴财政专户。' : '请按上列金额收取，列入统筹基金。',
      '（印章）',
    ],
  };
}

function amountTable(
  rows: readonly NoticeRow[],
  what: string,
  isCorrection: boolean,
): NoticeReport['amounts'] {
  return {
    title: `应${what}金额（元）`,
    columns: [
      { header: '项目', content: 'text' },
      ...(isCorrection ? ([{ header: '前版核定', content: 'amount' }] as const) : []),
      { header: isCorrection ? '本版核定' : '金额', content: 'amount' },
      ...(isCorrection ? ([{ header: '差额', content: 'amount' }] as const) : []),
      { header: '依据条款', content: 'prose' },
    ],
    rows: rows.map(({ label, before, amount, clauses }) => [
      label,
      ...(isCorrection ? [formatYuan(before)] : []),
      formatYuan(amount),
      ...(isCorrection ? [formatYuan(fen(amount - before))] : []),
      clauses.join('、'),
    ]),
  };
}

function clauseTable(rows: readonly NoticeRow[], pack: Pack): NoticeReport['clauses'] {
  const ids = [...new Set(rows.flatMap(({ clauses }) => clauses))];
  return {
    title: '依据',
    columns: [
      { header: '条款', content: 'text' },
      { header: '内容（转述）', content: 'prose' },
    ],
    rows: ids.map((id) => [id, findClause(pack, id)?.paraphrase.zh ?? '']),
  };
}

function amountOf(text: string | undefined): Fen {
  const amount = parseYuan(text ?? '0.00');
  return typeof amount === 'bigint' ? amount : fen(0n);
}
