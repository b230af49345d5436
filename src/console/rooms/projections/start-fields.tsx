import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fundProjectionQuery, fundProjectionsQuery } from '#console/api/fund-projection-queries.ts';
import { packsQuery } from '#console/api/queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { Field } from '#console/form/field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { BaseFields } from '#console/rooms/projections/base-fields.tsx';
import {
  draftFrom,
  withInput,
  withTemplate,
  type ProjectionDraft,
} from '#console/rooms/projections/projection-draft.ts';
import { readInput, type ReadInput } from '#console/rooms/projections/read-input.ts';

interface StartFieldsProps {
  readonly draft: ProjectionDraft;
  readonly source: string | undefined;
  readonly onDraft: (draft: ProjectionDraft) => void;
}

/** What to start from: the frozen figures of a year, a stored run, a file, or what was asked for before. */
export function StartFields({ draft, source, onDraft }: StartFieldsProps): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState(source);
  const [read, setRead] = useState<ReadInput>();
  const start = (next: ProjectionDraft, from: string): void => {
    setName(from);
    setRead(undefined);
    onDraft(next);
  };
  return (
    <>
      <p className="note">{t('fundProjections.form.start')}</p>
      <div className="fields">
        <BaseFields draft={draft} onStart={start} />
        <InputFile
          onRead={(fileName, text) => {
            const found = readInput(text);
            const none = { ...draft, input: undefined, base: undefined, schemes: {} };
            start(found.kind === 'input' ? withInput(draft, found.input) : none, fileName);
            setRead(found);
          }}
        />
        <KeptField draft={draft} onStart={start} />
        {draft.base === undefined ? <PackField draft={draft} onDraft={onDraft} /> : null}
      </div>
      <StartNotice draft={draft} name={name} read={read} />
    </>
  );
}

interface KeptFieldProps {
  readonly draft: ProjectionDraft;
  readonly onStart: (draft: ProjectionDraft, from: string) => void;
}

/** A kept projection: all of it where nothing is chosen yet, else the template for what the base does not know. */
function KeptField({ draft, onStart }: KeptFieldProps): ReactNode {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const all = useQuery(fundProjectionsQuery).data ?? [];
  const kept = all.filter(({ packId }) => draft.base === undefined || packId === draft.base.packId);
  const load = async (id: string): Promise<void> => {
    const found = await queryClient.query(fundProjectionQuery(id));
    const { name } = found.projection;
    onStart(
      draft.base === undefined ? draftFrom(draft, found) : withTemplate(draft, found.asked.input),
      name,
    );
  };
  if (kept.length === 0) return null;
  return (
    <ChoiceField
      label={t(draft.base === undefined ? 'fundProjections.form.from' : 'fundProjections.form.template')}
      value={undefined}
      options={kept.map((one) => ({ value: one.id, label: one.name }))}
      placeholder={t('office.choose')}
      hint={t(
        draft.base === undefined ? 'fundProjections.form.fromHint' : 'fundProjections.form.templateHint',
      )}
      onChange={(id) => (id === undefined ? undefined : void load(id))}
    />
  );
}

/** The policy of a file: a year or a run has its own. */
function PackField({ draft, onDraft }: Pick<StartFieldsProps, 'draft' | 'onDraft'>): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const packs = useQuery(packsQuery).data?.packs ?? [];
  return (
    <ChoiceField
      label={t('fundProjections.form.place')}
      value={draft.pack}
      options={packs.map((pack) => ({ value: pack.id, label: pick(pack.name) }))}
      placeholder={t('office.choose')}
      hint={t('fundProjections.form.placeHint')}
      onChange={(pack) => onDraft({ ...draft, pack })}
    />
  );
}

function InputFile({ onRead }: { readonly onRead: (name: string, text: string) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Field label={t('fundProjections.form.file')} hint={t('fundProjections.form.fileHint')}>
      {(ids) => (
        <input
          {...ids}
          type="file"
          accept=".json,application/json"
          className="file-input"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void file.text().then((text) => onRead(file.name, text));
          }}
        />
      )}
    </Field>
  );
}

interface StartNoticeProps {
  readonly draft: ProjectionDraft;
  readonly name: string | undefined;
  readonly read: ReadInput | undefined;
}

/** What was loaded, or why it could not be. */
function StartNotice({ draft: { input, base }, name, read }: StartNoticeProps): ReactNode {
  const { t } = useTranslation();
  if (read !== undefined && read.kind !== 'input') {
    const title =
      read.kind === 'noInsured'
        ? t('fundProjections.form.noInsured', { pools: read.pools.join('、') })
        : t(`fundProjections.form.${read.kind}`);
    return <Alert type="error" showIcon title={title} />;
  }
  const first = base ?? input?.schemes[0]?.figures;
  if (first === undefined) return null;
  return (
    <>
      <p role="status" className="done">
        {t('fundProjections.form.loaded', { name: name ?? '', pools: first.pools.length, year: first.year })}
      </p>
      {base === undefined ? null : <p className="note">{t(`fundProjections.form.of_${base.kind}`)}</p>}
      {read?.isExample === true ? (
        <Alert type="warning" showIcon title={t('fundProjections.form.example')} />
      ) : null}
    </>
  );
}
