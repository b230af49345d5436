import { listYears } from '#application/adjustment-year/list-years';
import { replayYear } from '#application/adjustment-year/replay-year';
import type { YearServices } from '#application/adjustment-year/services';
import { viewYear, type YearView } from '#application/adjustment-year/year-view';
import { namePeople } from '#application/identity/name-people';
import { MACHINE, MACHINE_SCOPE } from '#application/identity/machine-scope';
import { renderTextTable } from '#application/rendering/text-table';
import { conclude, type ExitStatus } from '#cli/outcome';
import type { CliServices, OpenedStore } from '#cli/services';
import { withStore } from '#cli/with-store';

/** Who controls the machine holds no role: it reads years and takes no step of one. */
const NOBODY = {
  userId: MACHINE,
  login: MACHINE,
  name: MACHINE,
  department: 'data',
  place: '*',
  mustChange: false,
  grants: [],
} as const;

function yearServices({ source, hash }: CliServices, store: OpenedStore): YearServices {
  const { adjustmentYearStore, placeStore, packLifeStore, budgetExecution } = store;
  return { source, hash, adjustmentYearStore, placeStore, packLifeStore, budgetExecution };
}

/** `tongchou year list`: every year of adjustment with where it stands. */
export async function runYears(services: CliServices): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const years = await listYears(store, MACHINE_SCOPE);
    const rows = years.map((year) => [
      year.id,
      year.fund,
      year.insuranceType,
      year.year.toString(),
      year.version.toString(),
      `${year.phaseLabel.zh} ${year.phaseLabel.en}`,
      year.lastStep?.at ?? '',
    ]);
    services.terminal.out(
      `${table(['编号 id', '调剂金 fund', '险种 type', '年度 year', '版 v', '状态 state', '时间 at'], rows)}\n`,
    );
    return 0;
  });
}

/** `tongchou year show ID`: figures with their sources, what is missing, steps and lines; or all of it as JSON. */
export async function runYear(
  services: CliServices,
  id: string,
  { json = false }: { readonly json?: boolean },
): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const view = await viewYear(yearServices(services, store), NOBODY, MACHINE_SCOPE, id, services.now());
    const steps = view.allowed ? view.value.steps : [];
    const { titleOf } = await namePeople(
      store,
      steps.map(({ by }) => by),
    );
    return conclude(services.terminal, view, (year) => {
      services.terminal.out(json ? `${JSON.stringify(year, null, 2)}\n` : textOf(year, titleOf));
    });
  });
}

/** `tongchou year replay ID`: reckons every version again from what was stored; exit 1 where one differs. */
export async function runYearReplay(services: CliServices, id: string): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const replays = await replayYear(yearServices(services, store), MACHINE_SCOPE, id);
    const outcome = conclude(services.terminal, replays, (all) => {
      for (const { version, isSame, storedHash, replayedHash } of all) {
        const word = isSame ? '一致 same' : '不一致 DIFFERENT';
        services.terminal.out(
          `v${version} ${word} ${storedHash.slice(0, 12)} ${replayedHash.slice(0, 12)}\n`,
        );
      }
    });
    return replays.allowed && replays.value.some(({ isSame }) => !isSame) ? 1 : outcome;
  });
}

function textOf(year: YearView, titleOf: (id: string) => string): string {
  const head = `${year.fund} ${year.insuranceType} ${year.year} v${year.version} ${year.phaseLabel.zh} ${year.phaseLabel.en}`;
  const figures = year.figures.map(({ subject, field, value, source }) => [
    subject,
    field,
    value,
    sourceText(source),
  ]);
  const steps = year.steps.map((step) => [
    step.sequence.toString(),
    `${step.label.zh} ${step.label.en}`,
    `v${step.version}`,
    titleOf(step.by),
    step.at,
    step.note,
  ]);
  const lines = year.lines.map(({ id, amount, due, paid, open, clauses }) => [
    id,
    amount,
    due,
    paid,
    open,
    clauses.join(' '),
  ]);
  const missing = year.missing.map(({ subject, field }) => `${subject}.${field}`).join(' ');
  return [
    head,
    table(['对象 subject', '项目 field', '数值 value', '来源 source'], figures),
    `缺少 missing: ${missing === '' ? '—' : missing}`,
    table(['#', '步骤 step', '版 v', '办理人 by', '时间 at', '意见 note'], steps),
    table(['款项 line', '核定 amount', '应付 due', '已付 paid', '待付 open', '条款 clauses'], lines),
    '',
  ].join('\n\n');
}

function sourceText(source: YearView['figures'][number]['source']): string {
  switch (source.kind) {
    case 'ledger':
      return `账本 ledger ${source.basis} (区块 block ${source.block ?? '—'}, ${source.through})`;
    case 'matters':
      return `事项 ${source.basis} ${source.matters.join(' ')}`;
    case 'budget':
      return `预算 budget ${source.basis}`;
    case 'attested':
      return `材料 document ${source.document} ${source.documentHash.slice(0, 12)}`;
  }
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return renderTextTable(
    headers.map((header) => ({ header, align: 'left' })),
    rows,
  );
}
