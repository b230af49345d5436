import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#console/i18n/language.ts';
import type { ProjectionBody } from '#contract/projections';

type PoolYears = ProjectionBody['firstYears']['pools'][number];
type FirstYear = PoolYears['uncovered'];

/** For each pool that comes into trouble the first year of it, with the policy as it is and with values replaced. */
export function FirstYears({ projection }: { readonly projection: ProjectionBody }): ReactNode {
  const { t } = useTranslation();
  const { pools, fundBelowZero } = projection.firstYears;
  const troubled = pools.filter(({ uncovered, belowFloor }) => happens(uncovered) || happens(belowFloor));
  const textOf = (year: number | null): string => (year === null ? t('projection.never') : String(year));
  return (
    <section aria-labelledby="first-years-title">
      <div className="section-title">
        <h2 id="first-years-title">{t('projection.firstTitle')}</h2>
      </div>
      {happens(fundBelowZero) ? (
        <Alert
          type="error"
          showIcon
          title={t('projection.fundBelowZero', {
            baseline: textOf(fundBelowZero.baseline),
            scenario: textOf(fundBelowZero.scenario),
          })}
        />
      ) : null}
      {troubled.length === 0 ? (
        <p className="note">{t('projection.firstNone')}</p>
      ) : (
        <div className="table-scroll" role="region" aria-labelledby="first-years-title" tabIndex={0}>
          <table className="pools first-years">
            <Head />
            <tbody>
              {troubled.map((pool) => (
                <Row key={pool.id} pool={pool} textOf={textOf} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function happens({ baseline, scenario }: FirstYear): boolean {
  return baseline !== null || scenario !== null;
}

function Head(): ReactNode {
  const { t } = useTranslation();
  const groups = ['uncoveredFirst', 'belowFloorFirst'] as const;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t('table.pool')}
        </th>
        {groups.map((group) => (
          <th key={group} scope="colgroup" colSpan={2} className="measure-start">
            {t(`projection.${group}`)}
          </th>
        ))}
      </tr>
      <tr>
        {groups.flatMap((group) =>
          (['baseline', 'scenario'] as const).map((side) => (
            <th key={`${group}/${side}`} scope="col" className={side === 'baseline' ? 'measure-start' : ''}>
              {t(`projection.${side}`)}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly pool: PoolYears;
  readonly textOf: (year: number | null) => string;
}

function Row({ pool, textOf }: RowProps): ReactNode {
  const { pick } = useLanguage();
  const cells = (['uncovered', 'belowFloor'] as const).flatMap((trouble) =>
    (['baseline', 'scenario'] as const).map((side) => ({ trouble, side, year: pool[trouble][side] })),
  );
  return (
    <tr data-pool={pool.id}>
      <th scope="row">{pick(pool.name)}</th>
      {cells.map(({ trouble, side, year }) => (
        <td
          key={`${trouble}/${side}`}
          className={`${side === 'baseline' ? 'measure-start' : ''} ${year === null ? 'difference-same' : 'first-year'}`}
        >
          {textOf(year)}
        </td>
      ))}
    </tr>
  );
}
