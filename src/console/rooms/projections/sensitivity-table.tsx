import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Course, Swing } from '#console/api/fund-projection-queries.ts';
import { FigureButton } from '#console/explanation/figure-button.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { useSwingName } from '#console/rooms/projections/use-swing-name.ts';

/** One driver at a time from end to end of its spread: what moves most stands first. */
export function SensitivityTable({ own }: { readonly own: Course }): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="sensitivity-title" className="fund-section">
      <div className="section-title">
        <h2 id="sensitivity-title">{t('fundProjections.tornado.title')}</h2>
      </div>
      <FundTable
        label={t('fundProjections.tornado.title')}
        none={t('fundProjections.tornado.none')}
        columns={[
          { label: t('fundProjections.tornado.driver') },
          { label: t('fundProjections.tornado.low') },
          { label: t('fundProjections.tornado.lowClosing'), isFigure: true },
          { label: t('fundProjections.tornado.high') },
          { label: t('fundProjections.tornado.highClosing'), isFigure: true },
          { label: t('fundProjections.tornado.moved'), isFigure: true },
        ]}
        rows={own.sensitivity.map((swing) => (
          <SwingRow key={`${swing.driver} ${swing.pool ?? ''}`} own={own} swing={swing} />
        ))}
      />
    </section>
  );
}

function SwingRow({ own, swing }: { readonly own: Course; readonly swing: Swing }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useSwingName(own);
  const { driver, pool, low, high, yearsMoved } = swing;
  const name = nameOf(swing);
  return (
    <tr data-driver={driver}>
      <th scope="row">
        <FigureButton
          figure={pool === null ? `driver/${driver}` : `driver/${driver}/${pool}`}
          name=""
          text={name}
        />
      </th>
      <End end={low} />
      <td className="figure-cell">
        <Money yuan={low.closing} />
      </td>
      <End end={high} />
      <td className="figure-cell">
        <Money yuan={high.closing} />
      </td>
      <td className="figure-cell">{t('fundProjections.tornado.years', { years: yearsMoved })}</td>
    </tr>
  );
}

function End({ end: { rate, firstBelow } }: { readonly end: Swing['low'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <td>
      {rate}
      <div className="note">
        {firstBelow === null
          ? t('fundProjections.tornado.neverBelow')
          : t('fundProjections.tornado.firstBelow', { year: firstBelow })}
      </div>
    </td>
  );
}
