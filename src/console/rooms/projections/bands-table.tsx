import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeInput } from '#console/api/fund-projection-queries.ts';

const RATES = ['costWeight', 'costAbove', 'exits', 'contributing', 'entering'] as const;

/** The ages that an input holds, to be looked at before anything is reckoned by them; they are changed in the file. */
export function BandsTable({ scheme }: { readonly scheme: SchemeInput }): ReactNode {
  const { t } = useTranslation();
  const { bands, pools, figures } = scheme;
  return (
    <details className="bands">
      <summary>
        {t('fundProjections.form.bands', { count: bands.length })} · {t(`schemes.${figures.scheme}`)}
      </summary>
      <div className="table-scroll">
        <table className="fund-table">
          <thead>
            <tr>
              <th scope="col">{t('fundProjections.form.band')}</th>
              <th scope="col" className="figure-cell">
                {t('fundProjections.form.persons')}
              </th>
              {RATES.map((rate) => (
                <th key={rate} scope="col" className="figure-cell">
                  {t(`fundProjections.form.${rate}`)}
                </th>
              ))}
              <th scope="col">{t('fundProjections.drivers.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {bands.map((band) => (
              <tr key={band.id}>
                <th scope="row">{band.id}</th>
                <td className="figure-cell">
                  {pools.reduce((sum, { persons }) => sum + (persons[band.id] ?? 0), 0).toLocaleString('en')}
                </td>
                {RATES.map((rate) => (
                  <td key={rate} className="figure-cell">
                    {band[rate]}
                  </td>
                ))}
                <td className="words">{band.basis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
