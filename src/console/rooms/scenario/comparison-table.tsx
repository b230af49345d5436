import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import type { ScenarioPool } from '#console/api/scenario-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { ChangeCells } from '#console/rooms/scenario/change-cells.tsx';
import { measuresOf, MEASURE_SETS, type Measure, type MeasureSet } from '#console/rooms/scenario/measures.ts';
import type { ScenarioComparisonBody } from '#contract/scenarios';

interface ComparisonTableProps {
  readonly comparison: ScenarioComparisonBody;
}

/** A line a pool: run → scenario → difference, of the main figures or of each stage. */
export function ComparisonTable({ comparison }: ComparisonTableProps): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const [set, setSet] = useState<MeasureSet>('overview');
  const measures = measuresOf(comparison, set);
  return (
    <section aria-labelledby="comparison-title">
      <div className="section-title">
        <h2 id="comparison-title">{t('scenario.comparison')}</h2>
        <Segmented
          aria-label={t('scenario.show')}
          name="measures"
          value={set}
          options={MEASURE_SETS.map((value) => ({ value, label: t(`scenario.${value}`) }))}
          onChange={setSet}
        />
        <p className="note screen-only">{t('table.hint')}</p>
        <p className="note unit-note">{t('units.shown', { unit: t(`units.${unit}`) })}</p>
      </div>
      <div className="table-scroll" role="region" aria-labelledby="comparison-title" tabIndex={0}>
        <table className="pools comparison">
          <Head measures={measures} />
          <tbody>
            {comparison.pools.map((pool) => (
              <Row key={pool.id} pool={pool} measures={measures} />
            ))}
          </tbody>
          <Totals measures={measures} />
        </table>
      </div>
      {unit === 'yuan' ? null : <p className="note">{t('units.rounded', { unit: t(`units.${unit}`) })}</p>}
    </section>
  );
}

interface MeasuresProps {
  readonly measures: readonly Measure[];
}

function useMeasureLabel(): (measure: Measure) => string {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return ({ name }) => {
    if (name.kind === 'stage') return labelOf('stages', name.code);
    return name.kind === 'levy' ? t('table.levy') : t(`scenario.${name.kind}`);
  };
}

function Head({ measures }: MeasuresProps): ReactNode {
  const { t } = useTranslation();
  const labelOf = useMeasureLabel();
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t('table.pool')}
        </th>
        {measures.map((measure) => (
          <th key={keyOf(measure)} scope="colgroup" colSpan={3} className="measure-start">
            {labelOf(measure)}
          </th>
        ))}
      </tr>
      <tr>
        {measures.flatMap((measure) =>
          (['baseline', 'scenario', 'difference'] as const).map((side) => (
            <th
              key={`${keyOf(measure)}/${side}`}
              scope="col"
              className={side === 'baseline' ? 'measure-start' : ''}
            >
              {t(`scenario.${side}`)}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

function Row({ pool, measures }: MeasuresProps & { readonly pool: ScenarioPool }): ReactNode {
  const { pick } = useLanguage();
  const labelOf = useMeasureLabel();
  return (
    <tr data-pool={pool.id}>
      <th scope="row">{pick(pool.name)}</th>
      {measures.map((measure) => (
        <ChangeCells
          key={keyOf(measure)}
          change={measure.changeOf(pool)}
          content={measure.content}
          figure={measure.figureOf(pool)}
          name={`${pick(pool.name)} ${labelOf(measure)}`}
        />
      ))}
    </tr>
  );
}

function Totals({ measures }: MeasuresProps): ReactNode {
  const { t } = useTranslation();
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('table.total')}</th>
        {measures.map((measure) => (
          <ChangeCells key={keyOf(measure)} change={measure.total} content={measure.content} />
        ))}
      </tr>
    </tfoot>
  );
}

function keyOf({ name }: Measure): string {
  return name.kind === 'stage' ? `stage/${name.code}` : name.kind;
}
