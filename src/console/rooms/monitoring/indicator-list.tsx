import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorView, WatchedFund } from '#console/api/monitoring-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { Clauses } from '#console/fund/clauses.tsx';

/** What each indicator is, its lines with where they come from, and the clauses by which it is watched. */
export function IndicatorList({ watched }: { readonly watched: WatchedFund }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="watch-basis" aria-label={t('monitoring.basis')}>
      <h2>{t('monitoring.basis')}</h2>
      <ul className="office-list">
        {watched.indicators.map((one) => (
          <Indicator key={one.indicator} view={one} packHash={watched.packHash} />
        ))}
      </ul>
    </section>
  );
}

function Indicator({
  view,
  packHash,
}: {
  readonly view: IndicatorView;
  readonly packHash: string;
}): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <li>
      <strong>{pick(view.name)}</strong>
      {'：'}
      {t(`monitoring.meanings.${view.indicator}`)}{' '}
      {view.lines.map(({ line, months, standing }) => (
        <span key={line}>
          {t(`monitoring.lines.${line}`, { months })}{' '}
          {standing === 'assumed' ? <Mark tone="plain">{t('monitoring.assumed')}</Mark> : null}{' '}
        </span>
      ))}
      <Clauses ids={view.cite} packHash={packHash} />
    </li>
  );
}
