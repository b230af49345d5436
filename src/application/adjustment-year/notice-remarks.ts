import type { NoticeKind } from '#application/adjustment-year/notice-rows';
import type { YearRemark } from '#application/adjustment-year/year-remarks';
import { fenOf, formatYuanGrouped } from '#kernel/fen';

/** The notice that tells of a remark: a pause that of the levy, money that does not come that of the allocation. */
export function noticeOfRemark({ kind }: YearRemark): NoticeKind {
  return kind === 'levy_paused' ? 'levy' : 'allocation';
}

/** Lists the remarks that a pool's notice tells of. */
export function remarksOf(
  kind: NoticeKind,
  pool: string,
  { remarks = [] }: { readonly remarks?: readonly YearRemark[] },
): readonly YearRemark[] {
  return remarks.filter((remark) => remark.pool === pool && noticeOfRemark(remark) === kind);
}

/** Writes a remark as a paper says it, with the next sources where nobody bears an amount (R-6, NAT-144.36). */
export function remarkText({ kind, amount }: YearRemark): string {
  const yuan = amount === null ? '' : formatYuanGrouped(fenOf(amount));
  switch (kind) {
    case 'uncovered':
      return `缺口中尚无来源的金额 ${yuan} 元，请依次以变现债券、申请财政补贴和调整政策解决。`;
    case 'emergency_unpaid':
      return `核定的紧急调剂中 ${yuan} 元因调剂金不足未予下拨。`;
    case 'levy_paused':
      return '调剂金年初结余已达暂停上解的规定比例，本年度暂停上解，无须缴款。';
  }
}
