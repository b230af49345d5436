import type { YearProposal } from '#application/adjustment-year/snapshot';
import { remarksOf } from '#application/adjustment-year/notice-remarks';
import { FULL_POOLING, partsOfLine, type LineKind } from '#domain/adjustment-year/year-line';
import { compareCodePoints } from '#kernel/code-points';
import { fenOf, ZERO_FEN, type Fen } from '#kernel/fen';

/** The kind of a notice: remit (上解) or receive (下拨). */
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
  'allocation/recovery_return': '追回返还',
  'allocation/normal': '正常调剂',
  'allocation/emergency': '紧急调剂',
  'allocation/incentive': '激励调剂',
  'allocation/gap_share': '缺口分担',
  'allocation/reserve_release': '风险储备动用',
  'allocation/distribution': '调剂金分配',
};

/** An amount of a notice, in fen: decided by the version before, and by this one. */
export interface NoticeRow {
  /** Id of the line. */
  readonly id: string;
  readonly label: string;
  readonly before: Fen;
  readonly amount: Fen;
  readonly clauses: readonly string[];
}

type Lines = Pick<YearProposal, 'lines' | 'remarks'>;

/** Names of lines under full pooling, where they differ (JH-4.7-a). */
const POOLED_WORDS: Readonly<Record<string, string>> = {
  levy: '基金收入上划',
  [`allocation/${FULL_POOLING}`]: '基金支出拨付',
};

/** Whether a proposal's lines settle a year under full pooling. */
export function isOfFullPooling({ lines }: Lines): boolean {
  return lines.some(({ id }) => partsOfLine(id).detail === FULL_POOLING);
}

/**
 * Lists the amounts of one pool's notice of an approved version; empty where the version decides nothing for the pool.
 */
export function noticeRows(
  kind: NoticeKind,
  pool: string,
  proposal: Lines,
  before: Lines | undefined,
): readonly NoticeRow[] {
  const own = ({ lines }: Lines): YearProposal['lines'] =>
    lines.filter(({ id }) => {
      const parts = partsOfLine(id);
      return parts.pool === pool && LINES_OF[kind].includes(parts.kind);
    });
  const [now, then] = [own(proposal), before === undefined ? [] : own(before)];
  const ids = [...new Set([...now, ...then].map(({ id }) => id))];
  return ids.map((id) => {
    const line = now.find((one) => one.id === id);
    const earlier = then.find((one) => one.id === id);
    const { kind: of, detail } = partsOfLine(id);
    const name = detail === '' ? of : `${of}/${detail}`;
    return {
      id,
      label: (isOfFullPooling(proposal) ? POOLED_WORDS[name] : undefined) ?? LINE_WORDS[name] ?? id,
      before: amountOf(earlier),
      amount: amountOf(line),
      clauses: line?.clauses ?? earlier?.clauses ?? [],
    };
  });
}

/**
 * Numbers a notice within the year: through the approved versions in order, within a version levies first, by pool. A
 * later version only adds numbers, so that a notice keeps its own.
 * @param versions approved proposals in order, up to the notice's own
 */
export function noticeOrdinal(versions: readonly Lines[], kind: NoticeKind, pool: string): number {
  const notices = versions.flatMap((proposal, index) => {
    const before = versions[index - 1];
    const lines = [...proposal.lines, ...(before?.lines ?? [])].map(({ id }) => partsOfLine(id).pool);
    const remarked = (proposal.remarks ?? []).map((remark) => remark.pool);
    const pools = [...new Set([...lines, ...remarked])].toSorted(compareCodePoints);
    return (['levy', 'allocation'] as const).flatMap((of) =>
      pools
        .filter(
          (one) =>
            noticeRows(of, one, proposal, before).length > 0 || remarksOf(of, one, proposal).length > 0,
        )
        .map((one) => ({ index, of, pool: one })),
    );
  });
  const last = versions.length - 1;
  return notices.findIndex((one) => one.index === last && one.of === kind && one.pool === pool) + 1;
}

/** Reads a line's amount; a line that one of the two versions lacks is zero there. */
function amountOf(line: { readonly amount: string } | undefined): Fen {
  return line === undefined ? ZERO_FEN : fenOf(line.amount);
}
