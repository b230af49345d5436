import type { YearProposal } from '#application/adjustment-year/snapshot';
import { partsOfLine, type LineKind } from '#domain/adjustment-year/year-line';
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
  'allocation/full_pooling': '全额拨付',
};

/** An amount of a notice, in fen: decided by the version before, and by this one. */
export interface NoticeRow {
  readonly label: string;
  readonly before: Fen;
  readonly amount: Fen;
  readonly clauses: readonly string[];
}

type Lines = Pick<YearProposal, 'lines'>;

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
    return {
      label: LINE_WORDS[detail === '' ? of : `${of}/${detail}`] ?? id,
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
    const lines = [...proposal.lines, ...(before?.lines ?? [])];
    const pools = [...new Set(lines.map(({ id }) => partsOfLine(id).pool))].toSorted(compareCodePoints);
    return (['levy', 'allocation'] as const).flatMap((of) =>
      pools
        .filter((one) => noticeRows(of, one, proposal, before).length > 0)
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
