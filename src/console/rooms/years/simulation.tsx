import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { packFamilyQuery } from '#console/api/queries.ts';
import { simulationQuery, type YearView } from '#console/api/year-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { valuesOf } from '#console/rooms/policy/pack-sources.ts';
import { useSubjectName } from '#console/rooms/years/subject-names.ts';

/** What the present figures come to, on demand; nothing of it is kept. */
export function Simulation({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  return (
    <div className="screen-only">
      <ToggleButton label={t('years.simulate')} isOpen={isShown} onToggle={setShown} />{' '}
      <span className="note">{t('years.simulateText')}</span>
      {isShown ? <Simulated year={year} /> : null}
    </div>
  );
}

function Simulated({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const subjectName = useSubjectName(year);
  const query = useQuery(simulationQuery(year.id));
  const figures = (['levyCol', 'receivedCol', 'balanceAfter', 'monthsAfter'] as const).map((column) => ({
    label: t(`years.${column}`),
    isFigure: true,
  }));
  return (
    <QueryView query={query}>
      {({ pools, assumptions }) => (
        <>
          <FundTable
            label={t('years.simulated')}
            columns={[{ label: t('years.pool') }, ...figures]}
            none={t('years.noFigure')}
            rows={pools.map(({ id, levy, received, balanceAfter, monthsAfter }) => (
              <tr key={id}>
                <th scope="row">{subjectName(id)}</th>
                {[levy, received, balanceAfter].map((amount, index) => (
                  <td key={index} className="figure-cell">
                    <Money yuan={amount} />
                  </td>
                ))}
                <td className="figure-cell">{monthsAfter ?? '—'}</td>
              </tr>
            ))}
          />
          <Assumed assumptions={assumptions} packId={year.pack} />
        </>
      )}
    </QueryView>
  );
}

interface AssumedProps {
  readonly assumptions: readonly { readonly value: string; readonly reading: string }[];
  readonly packId: string;
}

/** What somebody has yet to adopt before a proposal can be made: no document states it. */
function Assumed({ assumptions, packId }: AssumedProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const values = valuesOf(useQuery(packFamilyQuery(packId)).data ?? []);
  if (assumptions.length === 0) return <p className="note">{t('years.noneAssumed')}</p>;
  return (
    <section className="assumptions">
      <p>{t('years.assumed', { count: assumptions.length })}</p>
      <ul>
        {assumptions.map(({ value, reading }) => {
          const label = values.find(({ name }) => name === value)?.label;
          return (
            <li key={value}>
              {label === undefined ? <code>{value}</code> : pick(label)}{' '}
              <ClauseLink id={reading} packId={packId} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
