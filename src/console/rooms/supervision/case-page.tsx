import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseQuery, useCloseCase, type SupervisionCase } from '#console/api/supervision-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { CaseState } from '#console/rooms/supervision/case-state.tsx';
import { FindingCard } from '#console/rooms/supervision/finding-card.tsx';
import { FindingForm } from '#console/rooms/supervision/finding-form.tsx';
import { useOtherPlaceName } from '#console/rooms/supervision/other-place.ts';
import { SUPERVISION_READERS } from '#console/rooms/supervision/supervision-roles.ts';
import { usePlanName } from '#console/rooms/supervision/use-plan.ts';
import { RoomFrame } from '#console/rooms/years/room-frame.tsx';
import { Section } from '#console/fund/section.tsx';
import { useRoleNames } from '#console/session/role-names.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** A case as its steps: opened, what was found and put right, closed. */
export function CasePage(): ReactNode {
  const { t } = useTranslation();
  const { number } = useParams({ from: '/fund/supervision/$number' });
  const isReader = holds(useAccount(), SUPERVISION_READERS);
  const query = useQuery({ ...caseQuery(number), enabled: isReader });
  return (
    <RoomFrame
      title={t('supervision.caseNumber', { number })}
      readers={SUPERVISION_READERS}
      notYours={t('supervision.notYours')}
      back={<Link to="/fund/supervision">{t('supervision.back')}</Link>}
      mark={query.isSuccess ? <CaseState state={query.data.state} /> : null}
    >
      <QueryView query={query}>{(of) => <Course of={of} />}</QueryView>
    </RoomFrame>
  );
}

function Course({ of }: { readonly of: SupervisionCase }): ReactNode {
  const { t } = useTranslation();
  const isMaker = holds(useAccount(), ['fund_maker'], of.place);
  const [isAdding, setAdding] = useState(false);
  const add = (
    <ToggleButton label={t('supervision.addFinding')} isOpen={isAdding} onToggle={setAdding} look="small" />
  );
  return (
    <>
      <CaseFacts of={of} />
      <Section
        title={t('supervision.findings')}
        aside={
          <>
            {isMaker && of.closedAt === null ? add : null}
            <UnitNote />
          </>
        }
      >
        {isAdding ? <FindingForm number={of.number} onClose={() => setAdding(false)} /> : null}
        {of.findings.length === 0 ? <p className="office-none">{t('supervision.waitingFindings')}</p> : null}
        {of.findings.map((finding) => (
          <FindingCard key={finding.number} of={of} finding={finding} isMaker={isMaker} />
        ))}
      </Section>
      {isMaker && of.closedAt === null && of.findings.every(({ isSettled }) => isSettled) ? (
        <Closing number={of.number} />
      ) : null}
    </>
  );
}

function CaseFacts({ of }: { readonly of: SupervisionCase }): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePlanName(of.packId);
  const poolName = usePoolName();
  const otherPlace = useOtherPlaceName();
  const { departmentName } = useRoleNames();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('supervision.line'), nameOf('lines', of.line)],
    ...(of.stage === null ? [] : [[t('supervision.stage'), nameOf('stages', of.stage)] as const]),
    [t('supervision.pool'), `${poolName(of.pool)} ${of.year} ${t(`schemes.${of.insuranceType}`)}`],
    ...(of.offSite === null ? [] : [[t('supervision.offSite'), otherPlace(of.offSite)] as const]),
    [t('supervision.departments'), of.departments.map(departmentName).join(' ')],
    [t('supervision.examined'), `${t(`supervision.examinedKinds.${of.examinedKind}`)} ${of.examinedCode}`],
    [t('supervision.document'), <span title={of.documentHash}>{of.document}</span>],
    [t('supervision.openedOn'), of.openedOn],
    [t('supervision.opened'), <WhoWhen by={of.openedBy} at={of.openedAt} />],
    ...(of.closedAt === null
      ? []
      : [[t('supervision.closed'), <WhoWhen by={of.closedBy} at={of.closedAt} />] as const]),
  ];
  return (
    <dl className="fund-facts">
      {facts.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Closing({ number }: { readonly number: string }): ReactNode {
  const { t } = useTranslation();
  const close = useCloseCase(number);
  return (
    <Section title={t('supervision.close')} text={t('supervision.readyToClose')}>
      <Button type="primary" loading={close.isPending} onClick={() => close.mutate()}>
        {t('supervision.close')}
      </Button>
      <ActionProblem of={close} />
    </Section>
  );
}
