import { FUND_NAMES, signOffOf, UNIT_NAMES, type FormsReport } from '#application/exports/forms-report';
import type { ReportCell, ReportColumn, ReportTable } from '#application/exports/report';
import type { KeptStatement } from '#application/ports/statement-store';
import { STATEMENT_WORDS, wordOf } from '#application/rendering/record-words';
import { readStatement, type DrawnStatement } from '#application/statement/statement-content';
import { roundingDifferences } from '#domain/statement/display';
import { cellOf, type DrawnForm } from '#domain/statement/draw-form';
import { periodKind, type StatementPeriod } from '#domain/statement/spans';
import { present } from '#kernel/assert';
import { digitsText, shownText, type DisplayUnit } from '#kernel/shown-amount';
import type { RawStatementLine } from '#rules/pack/raw-statement';

/**
 * Lays out a kept statement for a file, in yuan or in ten thousands.
 * @param nameOf the name of who made or decided it
 */
export function statementReport(
  kept: KeptStatement & { readonly content: string },
  unit: DisplayUnit,
  nameOf: (userId: string) => string,
): FormsReport {
  const drawn = readStatement(kept.content);
  const { subject, period } = drawn;
  const title = `${subject.name.zh}${FUND_NAMES[subject.insuranceType]}${subject.kind === 'group' ? '汇总' : ''}报表`;
  return {
    title,
    fileName: `${title} ${period} 第${kept.version}版`,
    record: { kind: '报表', id: kept.id },
    contentHash: kept.contentHash,
    recordedAt: kept.decidedAt ?? kept.madeAt,
    draftMark: kept.state === 'published' ? null : stateWord(kept),
    head: [
      ['编制单位', subject.kind === 'group' ? `${subject.name.zh}医疗保险经办机构` : subject.name.zh],
      ['险种', FUND_NAMES[subject.insuranceType]],
      ['期间', periodText(period)],
      ['单位', UNIT_NAMES[unit]],
      ['版本', `第 ${kept.version} 版（${stateWord(kept)}）`],
      ...(kept.corrects === null ? [] : [['更正', `替代 ${kept.corrects}：${kept.reason ?? ''}`] as const]),
      ...(drawn.withoutBooks.length === 0 ? [] : [['未建账', drawn.withoutBooks.join('、')] as const]),
      ['账本截至', `第 ${drawn.head} 号`],
      ['内容哈希', kept.contentHash],
    ],
    forms: drawn.forms.map((form) => ({
      table: formTable(form, unit),
      differences: differenceTable(form, unit),
    })),
    after: checkTable(drawn),
    signOff: signOffOf(nameOf(kept.madeBy), kept.decidedBy === null ? null : nameOf(kept.decidedBy)),
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
      { header: `尾差（${UNIT_NAMES[unit]}）`, content: 'amount' },
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

function stateWord({ state }: KeptStatement): string {
  return wordOf(STATEMENT_WORDS, state).zh;
}
