import type {
  CheckReport,
  DisclosureReport,
  IndicatorReport,
  StatementReport,
} from '#application/disclosure/disclosure-report';
import { fen, formatYuanGrouped, parseYuan } from '#kernel/fen';
import { renderTextTable } from '#application/rendering/text-table';

const STATUS_WORDS: Readonly<Record<CheckReport['status'], string>> = {
  exact: '相符 exact',
  within_rounding: '舍入之内 within rounding',
  incomplete: '未列全 parts not all listed',
  broken: '不符 broken',
};

const MEASURE_WORDS: Readonly<Record<CheckReport['measure'], string>> = {
  money: '元 yuan',
  persons: '人 persons',
  months: '月 months',
  ratio: '',
  percent: '',
};

/** The report as plain text for a terminal: indicators, the checks that need a look, broken lines, a sum. */
export function renderDisclosureReport(report: DisclosureReport): string {
  const { checks, statements, figures } = report.totals;
  const total =
    `${statements} 份报表 statements，${figures} 个公开数 figures；检查 checks：` +
    `${checks.exact} 相符 exact，${checks.within_rounding} 舍入之内 within rounding，` +
    `${checks.incomplete} 未列全 incomplete，${checks.broken} 不符 broken`;
  return [
    section('指标 Indicators', indicatorTable(report)),
    section('不完全相符的检查 Checks that are not exact', inexactTable(report)),
    section('不符 Broken', brokenLines(report)),
    total,
  ].join('\n\n');
}

function section(title: string, body: string): string {
  return `${title}\n${body}`;
}

function indicatorTable({ statements }: DisclosureReport): string {
  const columns = [
    { header: '地区 place', align: 'left' },
    { header: '期间 period', align: 'left' },
    { header: '险种 scheme', align: 'left' },
    { header: '可支付月数 months', align: 'right' },
    { header: '当期结余(元) surplus', align: 'right' },
    { header: '当期结余率 current', align: 'right' },
    { header: '累计结余率 accumulated', align: 'right' },
    { header: '口径 basis', align: 'left' },
  ] as const;
  const rows = statements
    .filter(({ indicators }) => indicators.length > 0)
    .map((statement) => {
      const shown = (id: string): string => findIndicator(statement, id)?.shown ?? '—';
      const gap = findIndicator(statement, 'current_gap');
      return [
        ...keyCells(statement),
        shown('months_payable'),
        gap === undefined ? grouped(shown('current_surplus')) : grouped(`-${gap.shown}`),
        shown('current_balance_rate'),
        shown('cumulative_balance_rate'),
        basisWords(statement.indicators),
      ];
    });
  return renderTextTable(columns, rows);
}

function findIndicator(statement: StatementReport, id: string): IndicatorReport | undefined {
  return statement.indicators.find((indicator) => indicator.id === id);
}

function basisWords(indicators: readonly IndicatorReport[]): string {
  const bases = new Set(indicators.map(({ basis }) => basis));
  const words = [
    ...(bases.has('pooled_fund') ? ['统筹基金 pool'] : []),
    ...(bases.has('with_accounts') ? ['含个人账户 with accounts'] : []),
  ];
  return words.join('；');
}

function inexactTable({ statements }: DisclosureReport): string {
  const columns = [
    { header: '地区 place', align: 'left' },
    { header: '期间 period', align: 'left' },
    { header: '险种 scheme', align: 'left' },
    { header: '关系 identity', align: 'left' },
    { header: '结果 status', align: 'left' },
    { header: '差 difference', align: 'right' },
    { header: '舍入余地 tolerance', align: 'right' },
    { header: '', align: 'left' },
  ] as const;
  const rows = statements.flatMap((statement) =>
    statement.checks
      .filter(({ status }) => status !== 'exact')
      .map((check) => [
        ...keyCells(statement),
        check.label.zh,
        STATUS_WORDS[check.status],
        grouped(check.difference, check.measure),
        grouped(check.tolerance, check.measure),
        MEASURE_WORDS[check.measure],
      ]),
  );
  return rows.length === 0 ? '无 none' : renderTextTable(columns, rows);
}

function brokenLines({ broken }: DisclosureReport): string {
  if (broken.length === 0) return '无 none';
  return broken
    .map(({ place, period, scheme, check }) => {
      const parts = check.parts.map(
        (part) => `${part.sign} ${part.printed}（${part.label.zh}${part.period ?? ''}）`,
      );
      const { result } = check;
      return (
        `${result.at} ${place} ${period} ${scheme}：${check.label.zh}；印为 printed ${result.printed} ${result.unit}，` +
        `各项 parts ${parts.join(' ')}；差 difference ${grouped(check.difference, check.measure)} ${MEASURE_WORDS[check.measure]}`
      );
    })
    .join('\n');
}

/** Thousands marks for people; what is no amount stays as it is. */
function grouped(text: string, measure: CheckReport['measure'] = 'money'): string {
  const amount = measure === 'money' ? parseYuan(text) : 'not_decimal';
  return typeof amount === 'string' ? text : formatYuanGrouped(fen(amount));
}

function keyCells({ place, period, scheme }: StatementReport): readonly string[] {
  return [place, period, scheme];
}
