import type { ReportCell, ReportColumn, ReportTable } from '#application/exports/report';
import type { KeptStatement } from '#application/ports/statement-store';
import { readStatement, type DrawnStatement } from '#application/statement/statement-content';
import { roundingDifferences, digitsText, shownText, type DisplayUnit } from '#domain/statement/display';
import { cellOf, type DrawnForm } from '#domain/statement/draw-form';
import { periodKind, type StatementPeriod } from '#domain/statement/spans';
import { present } from '#kernel/assert';
import type { RawStatementLine } from '#rules/pack/raw-statement';

/** A kept statement laid out in Chinese like the official forms. */
export interface StatementReport {
  readonly title: string;
  /** Name of the file without its ending. */
  readonly fileName: string;
  readonly statementId: string;
  readonly contentHash: string;
  /** The instant to which the file is dated, ISO 8601 in UTC. */
  readonly recordedAt: string;
  /** What stands across every page where nobody has signed as second person; null where it is published. */
  readonly draftMark: string | null;
  /** 编制单位, 期间, 单位 and the rest: label and text. */
  readonly head: readonly (readonly [label: string, text: string])[];
  readonly forms: readonly StatementFormReport[];
  readonly checks: ReportTable;
  /** Who drew it up and who checked it. */
  readonly signOff: string;
}

export interface StatementFormReport {
  readonly table: ReportTable;
  /** Totals whose shown parts do not add up to them (尾差); null where all do. */
  readonly differences: ReportTable | null;
}

const UNITS: Readonly<Record<DisplayUnit, string>> = { yuan: '元', wan: '万元' };
const TYPES = { employee: '职工基本医疗保险基金', resident: '城乡居民基本医疗保险基金' } as const;
const STATES: Readonly<Record<KeptStatement['state'], string>> = {
  proposed: '待复核',
  published: '已发布',
  rejected: '已退回',
};

/** Room for a name that is written by hand, and between two names: ideographic spaces. */
const UNSIGNED = '\u3000'.repeat(4);
const GAP = '\u3000'.repeat(2);

/**
 * Lays out a kept statement for a file, in yuan or in ten thousands.
 * @param nameOf the name of who made or decided it
 */
export function statementReport(
  kept: KeptStatement & { readonly content: string },
  unit: DisplayUnit,
  nameOf: (userId: string) => string,
): StatementReport {
  const drawn = readStatement(kept.content);
  const { subject, period } = drawn;
  const title = `${subject.name.zh}${TYPES[subject.insuranceType]}${subject.kind === 'group' ? '汇总' : ''}报表`;
  const checker = kept.decidedBy === null ? UNSIGNED : nameOf(kept.decidedBy);
  return {
    title,
    fileName: `${title} ${period} 第${kept.version}版`,
    statementId: kept.id,
    contentHash: kept.contentHash,
    recordedAt: kept.decidedAt ?? kept.madeAt,
    draftMark: kept.state === 'published' ? null : STATES[kept.state],
    head: [
      ['编制单位', subject.name.zh],
      ['险种', TYPES[subject.insuranceType]],
      ['期间', periodText(period)],
      ['单位', UNITS[unit]],
      ['版本', `第 ${kept.version} 版（${STATES[kept.state]}）`],
      ...(kept.corrects === null ? [] : [['更正', `替代 ${kept.corrects}：${kept.reason ?? ''}`] as const]),
      ...(drawn.withoutBooks.length === 0 ? [] : [['未建账', drawn.withoutBooks.join('、')] as const]),
      ['账本截至', `第 ${drawn.head} 号`],
      ['内容哈希', kept.contentHash],
    ],
    forms: drawn.forms.map((form) => ({
      table: formTable(form, unit),
      differences: differenceTable(form, unit),
    })),
    checks: checkTable(drawn),
    signOff: [`编制：${nameOf(kept.madeBy)}`, `复核：${checker}`, `单位负责人：${UNSIGNED}`].join(GAP),
  };
}

function periodText(period: StatementPeriod): string {
  const [year = '', month = ''] = period.split('-');
  return periodKind(period) === 'year' ? `${year} 年度` : `${year} 年 ${Number.parseInt(month, 10)} 月`;
}

/** 项目, 行次, and a column of amounts for each part of each column. */
function formTable(drawn: DrawnForm, unit: DisplayUnit): ReportTable {
  const { form, columns, parts } = drawn;
  const amounts = columns.flatMap(({ span, name }) =>
    parts.map((part) => ({
      column: span,
      part: part.id,
      header: headerOf(name.zh, part.name.zh, parts.length),
    })),
  );
  const cells = ({ id: line }: RawStatementLine): readonly ReportCell[] =>
    amounts.map(({ column, part }) => {
      const amount = cellOf(drawn, { line, column, part });
      return amount === null ? null : shownText(amount, unit);
    });
  return {
    title: form.number === undefined ? form.name.zh : `${form.name.zh}（${form.number}）`,
    columns: [
      { header: '项目', content: 'text' },
      { header: '行次', content: 'text' },
      ...amounts.map(({ header }): ReportColumn => ({ header, content: 'amount' })),
    ],
    rows: form.lines.map((line, index) => [line.name.zh, (index + 1).toString(), ...cells(line)]),
  };
}

function headerOf(column: string, part: string, parts: number): string {
  return parts === 1 ? column : `${column} ${part}`;
}

function differenceTable(drawn: DrawnForm, unit: DisplayUnit): ReportTable | null {
  const differences = roundingDifferences(drawn, unit);
  if (differences.length === 0) return null;
  const { form, columns, parts } = drawn;
  const name = (one: { readonly name: { readonly zh: string } } | undefined, what: string): string =>
    present(one, what).name.zh;
  return {
    title: `${form.name.zh}：尾差（合计数减各项显示数之和）`,
    columns: [
      { header: '项目', content: 'text' },
      { header: '栏目', content: 'text' },
      { header: '相加方向', content: 'text' },
      { header: `尾差（${UNITS[unit]}）`, content: 'amount' },
    ],
    rows: differences.map(({ line, column, part, over, digits }) => [
      name(
        form.lines.find(({ id }) => id === line),
        line,
      ),
      headerOf(
        name(
          columns.find(({ span }) => span === column),
          column,
        ),
        name(
          parts.find(({ id }) => id === part),
          part,
        ),
        parts.length,
      ),
      over === 'lines' ? '各行' : '各栏',
      digitsText(digits),
    ]),
  };
}

function checkTable({ checks, forms }: DrawnStatement): ReportTable {
  const nameOf = (id: string): string => forms.find(({ form }) => form.id === id)?.form.name.zh ?? '账簿';
  return {
    title: '勾稽关系',
    columns: [
      { header: '报表', content: 'text' },
      { header: '关系', content: 'prose' },
      { header: '已核', content: 'number' },
      { header: '不符', content: 'number' },
    ],
    rows: checks.map(({ form, name, checked, failures }) => [
      nameOf(form),
      name.zh,
      checked.toString(),
      failures.length.toString(),
    ]),
  };
}
