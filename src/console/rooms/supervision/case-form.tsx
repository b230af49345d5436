import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { rolesQuery } from '#console/api/office-queries.ts';
import { useOpenCase, type SupervisionCase } from '#console/api/supervision-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { DocumentFields, isNamed, NO_DOCUMENT, type NamedDocument } from '#console/form/document-fields.tsx';
import { Field } from '#console/form/field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { PlaceField } from '#console/form/place-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { todayInChina } from '#console/fund/today.ts';
import { OUTSIDE_FUND } from '#console/rooms/supervision/other-place.ts';
import { usePlan, type Plan } from '#console/rooms/supervision/use-plan.ts';
import { useGround, type Ground } from '#console/rooms/years/ground-fields.tsx';
import { useRoleNames } from '#console/session/role-names.ts';
import { useAccount } from '#console/session/session.ts';
import type { NewCaseBody } from '#contract/supervision';

const KINDS = ['institution', 'employer', 'agency', 'government'] as const;

type Departments = SupervisionCase['departments'];

interface Draft {
  readonly pool: string | undefined;
  readonly line: string | undefined;
  readonly stage: string | undefined;
  readonly departments: Departments;
  readonly offSite: string;
  readonly openedOn: string;
  readonly examinedKind: (typeof KINDS)[number] | undefined;
  readonly examinedCode: string;
  readonly document: NamedDocument;
}

interface PartProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Opens a case on a line of the place's policy; what a line of its kind asks for is asked for. */
export function CaseForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const account = useAccount();
  const open = useOpenCase();
  const pools = (useQuery(poolsQuery).data ?? []).filter(({ kind }) => kind === 'pool');
  const places = pools.map(({ place }) => place);
  const { ground, fields } = useGround('supervision-year', todayInChina().slice(0, 4), places);
  const plan = usePlan(ground?.pack);
  const [draft, setDraft] = useState<Draft>({
    pool: undefined,
    line: undefined,
    stage: undefined,
    departments: account === undefined ? [] : [account.department],
    offSite: '',
    openedOn: todayInChina(),
    examinedKind: 'institution',
    examinedCode: '',
    document: NO_DOCUMENT,
  });
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const asked = askedOf(ground, plan, pools.find(({ id }) => id === draft.pool)?.place, draft);
  return (
    <form
      className="card"
      aria-label={t('supervision.open')}
      onSubmit={(event) => {
        event.preventDefault();
        if (asked !== undefined) open.mutate(asked, { onSuccess: onClose });
      }}
    >
      <div className="fields">
        {fields}
        <ChoiceField
          label={t('supervision.pool')}
          value={draft.pool}
          options={pools.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t('office.choose')}
          onChange={(pool) => change({ pool })}
        />
        <LineFields plan={plan} isRead={ground !== undefined} draft={draft} onChange={change} />
        <ExaminedFields draft={draft} onChange={change} />
        <DocumentFields value={draft.document} onChange={(document) => change({ document })} />
      </div>
      <FormActions
        submit={t('supervision.open')}
        isReady={asked !== undefined}
        action={open}
        onCancel={onClose}
      />
    </form>
  );
}

/** The draft as it is handed in; undefined while something is missing. */
function askedOf(
  ground: Ground | undefined,
  plan: Plan | undefined,
  place: string | undefined,
  { pool, stage, offSite, examinedKind, examinedCode, departments, openedOn, document, ...rest }: Draft,
): NewCaseBody | undefined {
  const line = plan?.lines.find(({ id }) => id === rest.line);
  if (ground === undefined || line === undefined || place === undefined || pool === undefined)
    return undefined;
  if (examinedKind === undefined || examinedCode.trim() === '' || !isNamed(document)) return undefined;
  return {
    ...ground,
    place,
    pool,
    line: line.id,
    ...(stage === undefined || plan?.stages === undefined ? {} : { stage }),
    ...(line.kind === 'off_site' ? { offSite } : {}),
    departments,
    openedOn,
    examinedKind,
    examinedCode: examinedCode.trim(),
    ...document,
  };
}

interface LineFieldsProps extends PartProps {
  readonly plan: Plan | undefined;
  /** Whether a policy is chosen, so that one without lines is told. */
  readonly isRead: boolean;
}

/** Line and stage of the policy, who takes part, and the other place of an off-site line. */
function LineFields({ plan, isRead, draft, onChange }: LineFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const chosen = plan?.lines.find(({ id }) => id === draft.line);
  return (
    <>
      <ChoiceField
        label={t('supervision.line')}
        value={chosen?.id}
        options={(plan?.lines ?? []).map(({ id, name }) => ({ value: id, label: pick(name) }))}
        placeholder={t('office.choose')}
        hint={plan === undefined && isRead ? t('supervision.noLines') : undefined}
        onChange={(line) => onChange({ line })}
      />
      {plan?.stages === undefined ? null : (
        <ChoiceField
          label={t('supervision.stage')}
          value={draft.stage}
          options={plan.stages.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t('office.choose')}
          onChange={(stage) => onChange({ stage })}
        />
      )}
      <DepartmentsField value={draft.departments} onChange={(departments) => onChange({ departments })} />
      {chosen?.kind === 'off_site' ? (
        <PlaceField
          label={t('supervision.offSite')}
          value={draft.offSite}
          onChange={(offSite) => onChange({ offSite })}
          also={[{ value: OUTSIDE_FUND, label: t('supervision.outsideFund') }]}
        />
      ) : null}
    </>
  );
}

/** Who is examined, by a code of its own, and since when. */
function ExaminedFields({ draft, onChange }: PartProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('supervision.openedOn')}
        name="opened-on"
        type="date"
        value={draft.openedOn}
        onChange={(openedOn) => onChange({ openedOn })}
      />
      <ChoiceField
        label={t('supervision.examinedKind')}
        value={draft.examinedKind}
        options={KINDS.map((value) => ({ value, label: t(`supervision.examinedKinds.${value}`) }))}
        onChange={(examinedKind) => onChange({ examinedKind })}
      />
      <TextField
        label={t('supervision.examinedCode')}
        name="examined-code"
        value={draft.examinedCode}
        maxLength={40}
        hint={t('supervision.examinedHint')}
        onChange={(examinedCode) => onChange({ examinedCode })}
      />
    </>
  );
}

interface DepartmentsFieldProps {
  readonly value: Departments;
  readonly onChange: (departments: Departments) => void;
}

function DepartmentsField({ value, onChange }: DepartmentsFieldProps): ReactNode {
  const { t } = useTranslation();
  const { departmentName } = useRoleNames();
  const all = useQuery(rolesQuery).data?.departments ?? [];
  return (
    <Field label={t('supervision.departments')} hint={undefined}>
      {(ids) => (
        <Select
          {...ids}
          mode="multiple"
          value={value}
          options={all.map(({ id }) => ({ value: id, label: departmentName(id) }))}
          onChange={(next: Departments) => onChange(next)}
        />
      )}
    </Field>
  );
}
