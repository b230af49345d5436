import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeepProjection, type SchemeId } from '#console/api/fund-projection-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { BandFields } from '#console/rooms/projections/band-fields.tsx';
import { BandsTable } from '#console/rooms/projections/bands-table.tsx';
import type { BaseDraft } from '#console/rooms/projections/base-draft.ts';
import { DriverFields } from '#console/rooms/projections/driver-fields.tsx';
import { askedOf, type ProjectionDraft } from '#console/rooms/projections/projection-draft.ts';
import { ScenarioFields } from '#console/rooms/projections/scenario-fields.tsx';
import { StartFields } from '#console/rooms/projections/start-fields.tsx';

interface ProjectionFormProps {
  readonly start: ProjectionDraft;
  /** The kept projection that it starts from, by name. */
  readonly source?: string;
  readonly onClose: () => void;
}

/** A new projection: what it starts from, drivers, scenario and paths; what comes of it is kept and shown. */
export function ProjectionForm({ start, source, onClose }: ProjectionFormProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const keep = useKeepProjection();
  const [draft, setDraft] = useState(start);
  const change = (next: Partial<ProjectionDraft>): void => setDraft({ ...draft, ...next });
  const asked = askedOf(draft);
  return (
    <form
      className="card projection-form"
      aria-label={t('fundProjections.new')}
      onSubmit={(event) => {
        event.preventDefault();
        if (asked === undefined) return;
        keep.mutate(asked, {
          onSuccess: ({ id }) =>
            void navigate({ to: '/projections/$projectionId', params: { projectionId: id } }),
        });
      }}
    >
      <StartFields draft={draft} source={source} onDraft={setDraft} />
      {draft.input === undefined && draft.base === undefined ? null : (
        <>
          <SpanFields draft={draft} onChange={change} />
          {(Object.keys(draft.schemes) as readonly SchemeId[]).map((scheme) => (
            <DriverFields key={scheme} scheme={scheme} draft={draft} onChange={change} />
          ))}
          {draft.base === undefined ? null : <BaseBands base={draft.base} onChange={change} />}
          <ScenarioFields draft={draft} onChange={change} />
          {draft.input?.schemes.map((scheme) => (
            <BandsTable key={scheme.figures.scheme} scheme={scheme} />
          ))}
          <div className="fields">
            <TextField
              label={t('fundProjections.form.name')}
              name="projection-name"
              value={draft.name}
              maxLength={100}
              onChange={(name) => change({ name })}
            />
            <TextField
              label={t('fundProjections.form.note')}
              name="projection-note"
              value={draft.note}
              maxLength={2000}
              onChange={(note) => change({ note })}
            />
          </div>
        </>
      )}
      <FormActions
        submit={t('fundProjections.form.submit')}
        isReady={asked !== undefined}
        action={keep}
        onCancel={onClose}
      />
      <p role="status" className="note">
        {keep.isPending ? t('fundProjections.form.reckoning') : ''}
      </p>
    </form>
  );
}

function BaseBands({
  base,
  onChange,
}: Pick<SpanFieldsProps, 'onChange'> & { readonly base: BaseDraft }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const own = base.pools.filter(({ id }) => base.ownDrivers[id] !== undefined);
  return (
    <>
      {own.length === 0 ? null : (
        <p className="note">
          {t('fundProjections.form.ownDrivers', { pools: own.map(({ name }) => pick(name)).join('、') })}
        </p>
      )}
      <BandFields base={base} onChange={(bands) => onChange({ base: { ...base, bands } })} />
    </>
  );
}

interface SpanFieldsProps {
  readonly draft: ProjectionDraft;
  readonly onChange: (next: Partial<ProjectionDraft>) => void;
}

const SPANS = Array.from({ length: 10 }, (_, index) => String(index + 1));

function SpanFields({ draft, onChange }: SpanFieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="fields">
      <ChoiceField
        label={t('fundProjections.form.years')}
        value={String(draft.years)}
        options={SPANS.map((value) => ({ value, label: value }))}
        onChange={(years) => (years === undefined ? undefined : onChange({ years: Number(years) }))}
      />
      <TextField
        label={t('fundProjections.form.floor')}
        name="floor-months"
        value={draft.floor}
        hint={t('fundProjections.form.floorHint')}
        onChange={(floor) => onChange({ floor: floor.trim() })}
      />
      {draft.floor === '' ? null : (
        <TextField
          label={t('fundProjections.form.floorBasis')}
          name="floor-basis"
          value={draft.floorBasis}
          maxLength={2000}
          onChange={(floorBasis) => onChange({ floorBasis })}
        />
      )}
      <TextField
        label={t('fundProjections.form.paths')}
        name="paths"
        value={draft.paths}
        hint={t('fundProjections.form.pathsHint')}
        onChange={(paths) => onChange({ paths: paths.trim() })}
      />
      <TextField
        label={t('fundProjections.form.seed')}
        name="seed"
        value={draft.seed}
        hint={t('fundProjections.form.seedHint')}
        onChange={(seed) => onChange({ seed: seed.trim() })}
      />
    </div>
  );
}
