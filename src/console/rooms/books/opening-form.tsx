import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { journalQuery, useProposeOpening } from '#console/api/ledger-queries.ts';
import { FormActions } from '#console/form/form-actions.tsx';
import { PlaceField } from '#console/form/place-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { AmountField } from '#console/fund/amount-field.tsx';
import { FileField, type ReadFile } from '#console/fund/file-field.tsx';
import { DAY } from '#console/fund/patterns.ts';
import { templatesInFile } from '#console/rooms/books/opening-file.ts';
import { usePacks } from '#console/fund/use-packs.ts';
import { yuanText } from '#console/fund/yuan-text.ts';
import { useAccount } from '#console/session/session.ts';

interface Draft {
  readonly place: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly rows: string;
  /** As typed, by template. */
  readonly totals: Readonly<Record<string, string>>;
}

/** Proposes a file of opening balances with the older system's control totals, which are typed, not computed. */
export function OpeningForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { postingOf } = usePacks();
  const propose = useProposeOpening();
  const home = useAccount()?.grants.find(({ role }) => role === 'fund_maker')?.place ?? '';
  const [file, setFile] = useState<ReadFile | undefined>();
  const [draft, setDraft] = useState<Draft>({
    place: home,
    effectiveOn: '',
    reason: '',
    rows: '',
    totals: {},
  });
  const { place, effectiveOn, rows } = draft;
  const pack = postingOf(place);
  const templates = file === undefined ? [] : templatesInFile(file.text);
  const totals = templates.map((id) => [id, yuanText(draft.totals[id] ?? '')] as const);
  const isReady =
    file !== undefined &&
    templates.length > 0 &&
    totals.every(([, total]) => total !== undefined) &&
    /^[1-9]\d{0,6}$/.test(rows) &&
    DAY.test(effectiveOn) &&
    place !== '' &&
    draft.reason.trim() !== '';
  return (
    <form
      className="card"
      aria-label={t('books.openings.propose')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const known = Object.fromEntries(totals.map(([id, total]) => [id, total ?? '']));
        propose.mutate(
          {
            place,
            pack,
            effectiveOn,
            reason: draft.reason.trim(),
            fileName: file.name,
            csv: file.text,
            rows: Number(rows),
            totals: known,
          },
          { onSuccess: onClose },
        );
      }}
    >
      <OpeningFields draft={draft} onChange={setDraft} onFile={setFile} templates={templates} pack={pack} />
      <FormActions
        submit={t('books.openings.propose')}
        isReady={isReady}
        action={propose}
        onCancel={onClose}
      />
    </form>
  );
}

interface OpeningFieldsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onFile: (file: ReadFile | undefined) => void;
  /** Templates that the file names: a control total is asked for each. */
  readonly templates: readonly string[];
  readonly pack: string;
}

function OpeningFields(props: OpeningFieldsProps): ReactNode {
  const { draft, onChange, onFile, templates, pack } = props;
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const journal = useQuery(journalQuery(pack)).data;
  const nameOf = (id: string): string => {
    const found = journal?.templates.find((one) => one.id === id);
    return found === undefined ? id : pick(found.name);
  };
  return (
    <div className="fields">
      <FileField label={t('books.columns.file')} hint={t('books.openings.fileHint')} onRead={onFile} />
      <PlaceField
        label={t('books.columns.place')}
        value={draft.place}
        onChange={(next) => onChange({ ...draft, place: next })}
      />
      <TextField
        label={t('books.columns.effectiveOn')}
        name="opening-day"
        type="date"
        value={draft.effectiveOn}
        onChange={(next) => onChange({ ...draft, effectiveOn: next })}
        hint={t('books.openings.dayHint')}
      />
      <TextField
        label={t('books.openings.rows')}
        name="opening-rows"
        type="number"
        value={draft.rows}
        onChange={(next) => onChange({ ...draft, rows: next })}
        hint={t('books.openings.controlHint')}
      />
      {templates.map((id) => (
        <AmountField
          key={id}
          label={t('books.openings.total', { template: nameOf(id) })}
          name={`total-${id}`}
          value={draft.totals[id] ?? ''}
          onChange={(next) => onChange({ ...draft, totals: { ...draft.totals, [id]: next } })}
        />
      ))}
      <TextField
        label={t('office.reason')}
        name="opening-reason"
        value={draft.reason}
        onChange={(next) => onChange({ ...draft, reason: next })}
        maxLength={2000}
        hint={t('office.reasonHint')}
      />
    </div>
  );
}
