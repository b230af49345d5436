import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { CASE_WORDS, TYPE_WORDS, wordOf } from '#application/rendering/record-words';
import { viewCase, viewCases, viewSummary } from '#application/supervision/views';
import { amount, listText, text, type ListColumn } from '#application/rendering/list-text';
import { print, type ListOptions } from '#cli/print';
import { conclude, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';

type Case = Awaited<ReturnType<typeof viewCases>>[number];
type Finding = Case['findings'][number];

interface Money {
  readonly found: string;
  readonly returned: string;
  readonly loss: string;
  readonly open: string;
}

const money = <Row extends Money>(): readonly ListColumn<Row>[] => [
  amount('应退回', 'found', ({ found }) => found),
  amount('已退回', 'returned', ({ returned }) => returned),
  amount('核为损失', 'lost', ({ loss }) => loss),
  amount('尚未整改', 'open', ({ open }) => open),
];

const CASES: readonly ListColumn<Case>[] = [
  amount('编号', 'number', ({ number }) => number),
  text('统筹区', 'pool', ({ pool }) => pool),
  text('险种', 'type', ({ insuranceType }) => wordOf(TYPE_WORDS, insuranceType)),
  amount('年度', 'year', ({ year }) => year),
  text('监管方式', 'line', ({ line }) => line),
  text('被检查对象', 'examined', ({ examinedCode }) => examinedCode),
  text('立项日期', 'opened on', ({ openedOn }) => openedOn),
  text('状态', 'state', ({ state }) => wordOf(CASE_WORDS, state)),
  ...money<Case>(),
];

const FINDINGS: readonly ListColumn<Finding>[] = [
  amount('编号', 'number', ({ number }) => number),
  text('问题', 'finding', ({ what }) => what),
  text('条款', 'clause', ({ clause }) => clause),
  text('移送', 'referred', ({ referral }) =>
    referral === null
      ? null
      : wordOf(
          {
            police: { zh: '移送公安机关', en: 'to the police' },
            discipline: { zh: '移送纪检监察机关', en: 'to the supervisory organs' },
          },
          referral.to,
        ),
  ),
  ...money<Finding>(),
];

/** `tongchou supervision`: matters of supervision with what was found, came back, is lost and is open. */
export async function runCases(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const cases = await viewCases(store, MACHINE_SCOPE);
    return print(services, options, { cases }, (language) => listText(language, CASES, cases));
  });
}

/** `tongchou supervision show`: one matter with its findings. */
export async function runCase(
  services: CliServices,
  number: string,
  options: ListOptions,
): Promise<ExitStatus> {
  return withStore(services, async (store) =>
    conclude(services.terminal, await viewCase(store, MACHINE_SCOPE, BigInt(number)), (found) => {
      print(
        services,
        options,
        found,
        (language) => listText(language, CASES, [found]),
        (language) => listText(language, FINDINGS, found.findings),
      );
    }),
  );
}

/** `tongchou supervision summary`: a fund year by line and pool, with the sums of its amounts. */
export async function runSummary(
  services: CliServices,
  { year, ...options }: ListOptions & { readonly year: number },
): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const summary = await viewSummary(store, MACHINE_SCOPE, year);
    const rows = [...summary.rows, { ...summary.total, line: null, pool: null }];
    type Row = (typeof rows)[number];
    const columns: readonly ListColumn<Row>[] = [
      text('监管方式', 'line', ({ line }) => line ?? { zh: '合计', en: 'total' }),
      text('统筹区', 'pool', ({ pool }) => pool ?? null),
      amount('事项数', 'cases', ({ cases }) => cases),
      amount('问题数', 'findings', ({ findings }) => findings),
      amount('移送数', 'referred', ({ referred }) => referred),
      ...money<Row>(),
    ];
    return print(services, options, summary, (language) => listText(language, columns, rows));
  });
}
