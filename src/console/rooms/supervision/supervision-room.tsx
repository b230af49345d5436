import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { casesQuery, type SupervisionCase } from '#console/api/supervision-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { CaseForm } from '#console/rooms/supervision/case-form.tsx';
import { CaseState } from '#console/rooms/supervision/case-state.tsx';
import { SummarySection } from '#console/rooms/supervision/summary-section.tsx';
import { SUPERVISION_READERS } from '#console/rooms/supervision/supervision-roles.ts';
import { usePlanName } from '#console/rooms/supervision/use-plan.ts';
import { RoomFrame } from '#console/rooms/years/room-frame.tsx';
import { Section } from '#console/fund/section.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const STATES = ['open', 'rectifying', 'rectified', 'closed'] as const;

/** The register of supervision: cases by line and state, and the year's summary. */
export function SupervisionRoom(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const cases = useQuery({ ...casesQuery, enabled: holds(account, SUPERVISION_READERS) });
  const [isOpening, setOpening] = useState(false);
  const open = (
    <ToggleButton label={t('supervision.open')} isOpen={isOpening} onToggle={setOpening} look="primary" />
  );
  return (
    <RoomFrame
      title={t('supervision.title')}
      text={t('supervision.text')}
      readers={SUPERVISION_READERS}
      notYours={t('supervision.notYours')}
      actions={holds(account, ['fund_maker']) ? open : null}
    >
      {isOpening ? <CaseForm onClose={() => setOpening(false)} /> : null}
      <QueryView query={cases}>
        {(all) => (
          <>
            <CaseList cases={all} />
            <SummarySection years={[...new Set(all.map(({ year }) => year))]} />
          </>
        )}
      </QueryView>
    </RoomFrame>
  );
}

function CaseList({ cases }: { readonly cases: readonly SupervisionCase[] }): ReactNode {
  const { t } = useTranslation();
  const [line, setLine] = useState<string | undefined>();
  const [state, setState] = useState<SupervisionCase['state'] | undefined>();
  const shown = cases.filter(
    (one) => (line === undefined || one.line === line) && (state === undefined || one.state === state),
  );
  const columns = [
    ...(['number', 'line', 'pool', 'year', 'examined', 'openedOn', 'state'] as const).map((column) => ({
      label: t(`supervision.${column}`),
    })),
    ...(['found', 'returned', 'loss', 'openAmount'] as const).map((column) => ({
      label: t(`supervision.${column}`),
      isFigure: true,
    })),
  ];
  return (
    <Section title={t('supervision.list')} aside={<UnitNote />}>
      <div className="fields screen-only">
        <LineChoice cases={cases} value={line} onChange={setLine} />
        <ChoiceField
          label={t('supervision.byState')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`supervision.states.${value}`) }))}
          placeholder={t('supervision.any')}
          isOptional
          onChange={setState}
        />
      </div>
      <FundTable
        label={t('supervision.list')}
        columns={columns}
        none={t('supervision.none')}
        rows={shown.map((one) => (
          <CaseRow key={one.number} of={one} />
        ))}
      />
    </Section>
  );
}

interface LineChoiceProps {
  readonly cases: readonly SupervisionCase[];
  readonly value: string | undefined;
  readonly onChange: (line: string | undefined) => void;
}

function LineChoice({ cases, value, onChange }: LineChoiceProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePlanName(cases[0]?.packId ?? '');
  const lines = [...new Set(cases.map(({ line }) => line))];
  return (
    <ChoiceField
      label={t('supervision.byLine')}
      value={value}
      options={lines.map((line) => ({ value: line, label: nameOf('lines', line) }))}
      placeholder={t('supervision.any')}
      isOptional
      onChange={onChange}
    />
  );
}

function CaseRow({ of }: { readonly of: SupervisionCase }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const nameOf = usePlanName(of.packId);
  const { number, line, pool, year, insuranceType, examinedKind, examinedCode, openedOn, state } = of;
  return (
    <tr>
      <th scope="row">
        <Link to="/fund/supervision/$number" params={{ number }}>
          {t('supervision.caseNumber', { number })}
        </Link>
      </th>
      <td>{nameOf('lines', line)}</td>
      <td>{poolName(pool)}</td>
      <td>
        {year} {t(`schemes.${insuranceType}`)}
      </td>
      <td>
        {t(`supervision.examinedKinds.${examinedKind}`)} <code>{examinedCode}</code>
      </td>
      <td>{openedOn}</td>
      <td>
        <CaseState state={state} />
      </td>
      {[of.found, of.returned, of.loss, of.open].map((yuan, index) => (
        <td key={index} className="figure-cell">
          <Money yuan={yuan} hidesNil />
        </td>
      ))}
    </tr>
  );
}
