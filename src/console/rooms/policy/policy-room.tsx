import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { packFamilyQuery } from '#console/api/queries.ts';
import { Nothing } from '#console/app/page-states.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { FormulaSection } from '#console/rooms/policy/formula-section.tsx';
import { InstrumentSection } from '#console/rooms/policy/instrument-section.tsx';
import { PackHeader } from '#console/rooms/policy/pack-header.tsx';
import { instrumentsOf, readingsOf, valuesOf } from '#console/rooms/policy/pack-sources.ts';
import { ReadingSection } from '#console/rooms/policy/reading-section.tsx';
import { SupervisionSection } from '#console/rooms/policy/supervision-section.tsx';
import { TargetNotice } from '#console/rooms/policy/target-notice.tsx';
import { useAnchor } from '#console/rooms/policy/use-anchor.ts';
import { ValueSection } from '#console/rooms/policy/value-section.tsx';
import type { PackViewBody } from '#contract/packs';
import '#console/rooms/policy/policy.css';

/** The policy reader: documents, clauses, values and readings of a pack, each leading to the others. */
export function PolicyRoom(): ReactNode {
  const { packId } = useParams({ from: '/policy/$packId' });
  const query = useQuery(packFamilyQuery(packId));
  return <QueryView query={query}>{(family) => <PackPage family={family} />}</QueryView>;
}

function PackPage({ family }: { readonly family: readonly PackViewBody[] }): ReactNode {
  const { t } = useTranslation();
  const anchor = useAnchor();
  const [pack, ...parents] = family;
  if (pack === undefined) return <Nothing title={t('states.noPacks')} />;
  const documents = instrumentsOf(family);
  const readings = readingsOf(family);
  const values = valuesOf(family);
  return (
    <div className="policy-page">
      <PackHeader pack={pack} parents={parents} />
      <TargetNotice anchor={anchor} />
      <nav className="contents screen-only" aria-label={t('policy.sections')}>
        <a href="#clauses">{t('policy.clauses')}</a>
        <a href="#values">{t('policy.values')}</a>
        <a href="#readings">{t('policy.readings')}</a>
        {pack.supervision === undefined ? null : <a href="#supervision">{t('supervision.policy')}</a>}
        {parents.length === 0 ? null : <a href="#formulas">{t('policy.formulas')}</a>}
      </nav>
      <section id="clauses">
        <h2>{t('policy.clauses')}</h2>
        {documents.map((document) => (
          <InstrumentSection
            key={document.instrument.id}
            document={document}
            inheritedFrom={parents.find((parent) => parent.id === document.packId)?.name}
            values={values}
            readings={readings}
            family={family}
            anchor={anchor}
          />
        ))}
      </section>
      <ValueSection values={values} packId={pack.id} anchor={anchor} />
      <ReadingSection readings={readings} packId={pack.id} anchor={anchor} />
      {pack.supervision === undefined ? null : (
        <SupervisionSection packId={pack.id} plan={pack.supervision} />
      )}
      {parents.length === 0 ? null : <FormulaSection packId={pack.id} />}
    </div>
  );
}
