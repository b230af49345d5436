import type { WatchedFund, WatchedRow } from '#application/monitoring/watch-fund';
import { isShortCourse, type JudgedIndicator } from '#domain/monitoring/judge-course';
import { INDICATORS } from '#domain/monitoring/plan-monitoring';
import { fen, formatYuan } from '#kernel/fen';
import { formatRational } from '#kernel/rational';

/* The views' types follow from what they return; the contract's schemas check them. */

/** Shows a watched fund, for pages and for the content of an assessment: amounts in yuan, every figure as text. */
export function watchView({ found, month, pack, plan, lines, head, withoutBooks, rows }: WatchedFund) {
  const { id, kind, name, place, insuranceType } = found.subject;
  return {
    subject: { id, kind: kind === 'group' ? ('fund' as const) : kind, name: { ...name }, place },
    insuranceType,
    month: month as string,
    pack: pack.raw.id,
    packHash: pack.hash,
    head: head.toString(),
    cite: [...plan.cite],
    open: [...found.open],
    withoutBooks: [...withoutBooks],
    indicators: plan.indicators.map(({ indicator, cite, readings }) => ({
      indicator,
      name: { ...INDICATORS[indicator].name },
      lines: [...(lines.get(indicator) ?? [])].map(([line, { text, value, standing }]) => ({
        line,
        months: text,
        value,
        standing,
      })),
      cite: [...cite],
      readings: [...readings],
    })),
    rows: rows.map(rowView),
  };
}

export type WatchView = ReturnType<typeof watchView>;

function rowView({ id, name, course, judged }: WatchedRow) {
  const { balanceFen, recent } = course;
  return {
    id,
    name: { ...name },
    from: recent.from as string,
    months: Number(recent.months),
    isShort: isShortCourse(course),
    balance: formatYuan(fen(balanceFen)),
    income: formatYuan(fen(recent.incomeFen)),
    expenditure: formatYuan(fen(recent.spentFen)),
    unpaid: formatYuan(fen(course.unpaidFen)),
    figures: judged.map(figureView),
  };
}

function figureView({ indicator, figure, level }: JudgedIndicator) {
  if (typeof figure === 'string') return { indicator, figure: null, missing: figure, level };
  const text = indicator === 'current_result' ? formatYuan(fen(figure.numerator)) : formatRational(figure, 2);
  return { indicator, figure: text, missing: null, level };
}
