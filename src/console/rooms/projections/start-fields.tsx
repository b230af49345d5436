import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fundProjectionQuery, fundProjectionsQuery } from '#console/api/fund-projection-queries.ts';
import { packsQuery } from '#console/api/queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { Field } from '#console/form/field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { withInput, type ProjectionDraft } from '#console/rooms/projections/projection-draft.ts';
import { readInput, type ReadInput } from '#console/rooms/projections/read-input.ts';

interface StartFieldsProps {
  readonly draft: ProjectionDraft;
  readonly source: string | undefined;
  readonly onDraft: (draft: ProjectionDraft) => void;
}

/** Which place, and the input to start from: a file, or what was asked for before. */
export function StartFields({ draft, source, onDraft }: StartFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const queryClient = useQueryClient();
  const packs = useQuery(packsQuery).data?.packs ?? [];
  const kept = useQuery(fundProjectionsQuery).data ?? [];
  const [name, setName] = useState(source);
  const [read, setRead] = useState<ReadInput>();
  const load = async (id: string): Promise<void> => {
    const { projection, asked } = await queryClient.query(fundProjectionQuery(id));
    setName(projection.name);
    setRead(undefined);
    onDraft(withInput({ ...draft, pack: projection.packId }, asked.input));
  };
  return (
    <>
      <div className="fields">
        <ChoiceField
          label={t('fundProjections.form.place')}
          value={draft.pack}
          options={packs.map((pack) => ({ value: pack.id, label: pick(pack.name) }))}
          placeholder={t('office.choose')}
          onChange={(pack) => onDraft({ ...draft, pack })}
        />
        <InputFile
          onRead={(fileName, text) => {
            const found = readInput(text);
            setName(fileName);
            setRead(found);
            onDraft(
              found.kind === 'input'
                ? withInput(draft, found.input)
                : { ...draft, input: undefined, schemes: {} },
            );
          }}
        />
        {kept.length === 0 ? null : (
          <ChoiceField
            label={t('fundProjections.form.from')}
            value={undefined}
            options={kept.map((one) => ({ value: one.id, label: one.name }))}
            placeholder={t('office.choose')}
            hint={t('fundProjections.form.fromHint')}
            onChange={(id) => (id === undefined ? undefined : void load(id))}
          />
        )}
      </div>
      <StartNotice draft={draft} name={name} read={read} />
    </>
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
function StartNotice({ draft: { input }, name, read }: StartNoticeProps): ReactNode {
  const { t } = useTranslation();
  if (read !== undefined && read.kind !== 'input') {
    const title =
      read.kind === 'noInsured'
        ? t('fundProjections.form.noInsured', { pools: read.pools.join('、') })
        : t(`fundProjections.form.${read.kind}`);
    return <Alert type="error" showIcon title={title} />;
  }
  const first = input?.schemes[0]?.figures;
  if (first === undefined) return null;
  return (
    <>
      <p role="status" className="done">
        {t('fundProjections.form.loaded', { name: name ?? '', pools: first.pools.length, year: first.year })}
      </p>
      {read?.isExample === true ? (
        <Alert type="warning" showIcon title={t('fundProjections.form.example')} />
      ) : null}
    </>
  );
}
