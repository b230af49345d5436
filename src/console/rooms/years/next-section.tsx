import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NextYearStep, YearView } from '#console/api/year-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { GatherCard } from '#console/rooms/years/gather-card.tsx';
import { MissingFigures } from '#console/rooms/years/missing-figures.tsx';
import { MovedFigures } from '#console/rooms/years/moved-figures.tsx';
import { PayCard } from '#console/rooms/years/pay-card.tsx';
import { Section } from '#console/fund/section.tsx';
import { Simulation } from '#console/rooms/years/simulation.tsx';
import { StepCard } from '#console/rooms/years/step-card.tsx';
import { useSubjectName } from '#console/rooms/years/subject-names.ts';
import { UnpaidNotice } from '#console/rooms/years/unpaid-notice.tsx';
import { YearRemarks } from '#console/rooms/years/year-remarks.tsx';
import { holds, useAccount } from '#console/session/session.ts';
import { useRoleNames } from '#console/session/role-names.ts';

/** What can be done to a year now, by this person or by whom; and what is still missing for it. */
export function NextSection({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const nameOf = useSubjectName(year);
  const isOpen = year.phase === 'gathering' || year.phase === 'frozen';
  const mayGather = isOpen && holds(account, ['fund_maker'], year.place);
  return (
    <Section title={t('years.next')}>
      {year.phase === 'final' ? <p className="note">{t('years.nothingNext')}</p> : null}
      <YearRemarks remarks={year.remarks} nameOf={nameOf} packId={year.pack} />
      <MovedFigures year={year} />
      {isOpen ? <MissingFigures year={year} /> : null}
      {year.phase === 'final' ? null : <UnpaidNotice year={year} />}
      <div className="steps-next">
        {mayGather ? <GatherCard year={year} /> : null}
        {year.next.map((step) => (
          <NextCard key={step.step} year={year} step={step} />
        ))}
      </div>
      {isOpen && year.missing.length === 0 ? <Simulation year={year} /> : null}
    </Section>
  );
}

interface NextCardProps {
  readonly year: YearView;
  readonly step: NextYearStep;
}

function NextCard({ year, step }: NextCardProps): ReactNode {
  if (!step.isMine) return <OthersCard year={year} step={step} />;
  if (step.step === 'paid') return <PayCard year={year} />;
  // A year is opened by its own form, never as a next step.
  if (step.step === 'opened') return null;
  if (step.step === 'frozen' && year.missing.length > 0) return null;
  return <StepCard year={year} step={step.step} />;
}

/** A step that waits for somebody else: which role, and why not this person. */
function OthersCard({ year, step: { role, label } }: NextCardProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { roleName } = useRoleNames();
  const isBarred = holds(useAccount(), [role === 'fund_checker' ? 'fund_checker' : 'fund_maker'], year.place);
  return (
    <div className="step-card step-card-others">
      <h3>{pick(label)}</h3>
      <p className="note">{t(isBarred ? 'years.notYou' : 'years.byRole', { role: roleName(role) })}</p>
    </div>
  );
}
