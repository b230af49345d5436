import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import type { AssessedRisk } from '#application/monitoring/assess-risk';
import { listRiskAssessments, openRiskAssessment } from '#application/monitoring/list-risk-assessments';
import { RISK_WORDS, TYPE_WORDS, wordOf } from '#application/rendering/record-words';
import { listText, recordText, text, type ListColumn } from '#application/rendering/list-text';
import { print, type ListOptions } from '#cli/print';
import { conclude, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';

type Risk = Awaited<ReturnType<typeof listRiskAssessments>>[number];

const RISKS: readonly ListColumn<Risk>[] = [
  text('编号', 'id', ({ id }) => id),
  text('月份', 'month', ({ month }) => month),
  text('评估对象', 'of', ({ subject }) => subject),
  text('险种', 'type', ({ insuranceType }) => wordOf(TYPE_WORDS, insuranceType)),
  text('状态', 'state', ({ state }) => wordOf(RISK_WORDS, state)),
  text('评估人', 'by', ({ madeBy }) => madeBy),
  text('确认人', 'decided by', ({ decidedBy }) => decidedBy),
];

/** `tongchou risks`: assessments of risk that were made and decided. */
export async function runRisks(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const assessments = await listRiskAssessments(store, MACHINE_SCOPE);
    return print(services, options, { assessments }, (language) => listText(language, RISKS, assessments));
  });
}

/** `tongchou risks show`: one assessment with the measure for each warning. */
export async function runRisk(services: CliServices, id: string, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const found = await openRiskAssessment(store, MACHINE_SCOPE, id);
    if (!found.allowed) return conclude(services.terminal, found, () => undefined);
    return print(
      services,
      options,
      found.value,
      (language) =>
        recordText(
          language,
          RISKS.map(({ header, cellOf }) => [header, cellOf(found.value)] as const),
        ),
      (language) => listText(language, measureColumns(found.value), found.value.measures),
    );
  });
}

function measureColumns({
  watched: { indicators },
}: Pick<AssessedRisk, 'watched'>): readonly ListColumn<AssessedRisk['measures'][number]>[] {
  return [
    text('统筹区', 'pool', ({ pool }) => pool),
    text('预警', 'warning', ({ indicator }) => {
      return indicators.find((one) => one.indicator === indicator)?.name ?? indicator;
    }),
    text('措施', 'measure', ({ measure }) => measure),
  ];
}
