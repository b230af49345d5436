import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mattersQuery, type YearView } from '#console/api/year-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { AssessmentResults } from '#console/rooms/years/assessment-results.tsx';
import { bearsOn } from '#console/rooms/years/bears-on.ts';
import { MatterForm } from '#console/rooms/years/matter-form.tsx';
import { MatterTable } from '#console/rooms/years/matter-table.tsx';
import { Section } from '#console/fund/section.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** The matters that bear on a year: those of its pools and its fund; an adoption of an earlier year holds on. */
export function YearMatters({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(mattersQuery);
  const mayAsk = holds(useAccount(), ['fund_maker'], year.place);
  const [isAsking, setAsking] = useState(false);
  const ask = (
    <ToggleButton label={t('years.askMatter')} isOpen={isAsking} onToggle={setAsking} look="small" />
  );
  const own = (query.data ?? []).filter((matter) => bearsOn(matter, year));
  return (
    <>
      <Section title={t('years.matters')} text={t('years.mattersText')} aside={mayAsk ? ask : null}>
        {isAsking ? <MatterForm ground={{ ...year, own: year }} onClose={() => setAsking(false)} /> : null}
        <QueryView query={query}>{() => <MatterTable matters={own} />}</QueryView>
      </Section>
      <AssessmentResults matters={own} />
    </>
  );
}
