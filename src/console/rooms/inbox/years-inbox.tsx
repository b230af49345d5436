import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { yearInboxQuery } from '#console/api/year-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { inboxSource } from '#console/rooms/inbox/inbox-source.tsx';
import { PhaseMark } from '#console/rooms/years/phase-mark.tsx';
import { useYearTitle } from '#console/rooms/years/use-year-title.ts';
import type { YearInboxBody } from '#contract/adjustment-years';

type WaitingStep = YearInboxBody['steps'][number];

/** Steps of years that are this person's, without what the person made; each is taken on the year's page. */
export const yearsInbox = inboxSource<YearInboxBody, WaitingStep>({
  id: 'years',
  roles: ['fund_maker', 'fund_checker'],
  query: yearInboxQuery,
  waitingFor: (_account, { steps }) =>
    steps.filter((item, index) => steps.findIndex(({ year }) => year.id === item.year.id) === index),
  keyOf: ({ year }) => year.id,
  Card: StepCard,
});

function StepCard({ item: { year, label } }: { readonly item: WaitingStep }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const titleOf = useYearTitle();
  return (
    <>
      <div className="inbox-what">
        <strong>{titleOf(year)}</strong> <PhaseMark year={year} />
        {year.lastStep === null ? null : (
          <div className="note">
            {t('years.last')} <WhoWhen by={year.lastStep.by} at={year.lastStep.at} />
          </div>
        )}
      </div>
      <Link to="/fund/years/$yearId" params={{ yearId: year.id }}>
        {t('inbox.goTo', { step: pick(label) })}
      </Link>
    </>
  );
}
