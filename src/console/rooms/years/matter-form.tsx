import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { packFamilyQuery } from '#console/api/queries.ts';
import { useRequestMatter, type Matter, type YearView } from '#console/api/year-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { DocumentFields, isNamed, NO_DOCUMENT } from '#console/form/document-fields.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { AmountField } from '#console/rooms/books/amount-field.tsx';
import { yuanText } from '#console/rooms/books/yuan-text.ts';
import { FIELD_OPTIONS, useOptionName } from '#console/rooms/years/field-names.ts';

type Kind = Matter['kind'];
const KINDS: readonly Kind[] = ['emergency', 'adoption', 'handover'];

interface MatterFormProps {
  readonly year: YearView;
  readonly onClose: () => void;
}

/** Asks for what takes a decision of its own, with a document; another person decides. */
export function MatterForm({ year, onClose }: MatterFormProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const request = useRequestMatter();
  const places = useQuery(poolsQuery).data ?? [];
  const [kind, setKind] = useState<Kind | undefined>('emergency');
  const [pool, setPool] = useState<string | undefined>();
  const [typed, setTyped] = useState<Typed>({});
  const [document, setDocument] = useState(NO_DOCUMENT);
  const [note, setNote] = useState('');
  const subject = kind === 'adoption' ? year.fund : pool;
  const place = places.find(({ id }) => id === subject)?.place;
  const content = kind === undefined ? undefined : contentOf(kind, typed);
  const isReady =
    kind !== undefined &&
    subject !== undefined &&
    place !== undefined &&
    content !== undefined &&
    isNamed(document);
  const submit = (): void => {
    if (!isReady) return;
    const { insuranceType, year: of, pack } = year;
    const asked = { kind, place, pool: subject, insuranceType, year: of, pack, content };
    request.mutate({ ...asked, ...document, note: note.trim() }, { onSuccess: onClose });
  };
  return (
    <form
      className="card"
      aria-label={t('years.askMatter')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="fields">
        <ChoiceField
          label={t('years.kind')}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`years.matterKinds.${value}`) }))}
          onChange={setKind}
        />
        {kind === 'adoption' ? null : (
          <ChoiceField
            label={t('years.pool')}
            value={pool}
            options={year.pools.map(({ id, name }) => ({ value: id, label: pick(name) }))}
            placeholder={t('office.choose')}
            onChange={setPool}
          />
        )}
        <ContentFields kind={kind} packId={year.pack} typed={typed} onChange={setTyped} />
        <DocumentFields value={document} onChange={setDocument} />
        <TextField
          label={t('years.note')}
          name="matter-note"
          value={note}
          onChange={setNote}
          maxLength={2000}
        />
      </div>
      <FormActions submit={t('years.askMatter')} isReady={isReady} action={request} onCancel={onClose} />
    </form>
  );
}

type Typed = Partial<
  Readonly<Record<'amount' | 'cause' | 'auditedGap' | 'value' | 'figure', string | undefined>>
>;

interface ContentFieldsProps {
  readonly kind: Kind | undefined;
  readonly packId: string;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

function ContentFields({ kind, packId, typed, onChange }: ContentFieldsProps): ReactNode {
  const { t } = useTranslation();
  const optionName = useOptionName();
  if (kind === 'adoption') return <AdoptionFields packId={packId} typed={typed} onChange={onChange} />;
  return (
    <>
      <AmountField
        label={t(kind === 'handover' ? 'years.balance' : 'years.applied')}
        name="matter-amount"
        value={typed.amount ?? ''}
        onChange={(amount) => onChange({ ...typed, amount })}
      />
      {kind === 'handover' ? (
        <AmountField
          label={t('years.auditedGap')}
          name="matter-gap"
          value={typed.auditedGap ?? ''}
          onChange={(auditedGap) => onChange({ ...typed, auditedGap })}
        />
      ) : (
        <ChoiceField
          label={t('years.cause')}
          value={typed.cause}
          options={(FIELD_OPTIONS['emergencyCause'] ?? []).map((value) => ({
            value,
            label: optionName(value),
          }))}
          placeholder={t('office.choose')}
          onChange={(cause) => onChange({ ...typed, cause })}
        />
      )}
    </>
  );
}

/** The values of the pack that its document delegates. */
function AdoptionFields({ packId, typed, onChange }: Omit<ContentFieldsProps, 'kind'>): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const packs = useQuery(packFamilyQuery(packId)).data ?? [];
  // The place's own pack comes first: what it states itself is not its parents' to delegate.
  const known = new Map(
    packs.toReversed().flatMap(({ values }) => values.map((one) => [one.name, one] as const)),
  );
  const delegated = [...known.values()].filter(({ kind }) => kind === 'delegated');
  return (
    <>
      <ChoiceField
        label={t('years.packValue')}
        value={typed.value}
        options={delegated.map(({ name, label }) => ({ value: name, label: `${pick(label)} ${name}` }))}
        placeholder={t('office.choose')}
        hint={t(delegated.length === 0 ? 'years.noDelegated' : 'years.packValueHint')}
        onChange={(value) => onChange({ ...typed, value })}
      />
      <TextField
        label={t('years.figure')}
        name="matter-figure"
        value={typed.figure ?? ''}
        maxLength={60}
        hint={t('years.figureHint')}
        onChange={(figure) => onChange({ ...typed, figure })}
      />
    </>
  );
}

/** What the typed fields come to for a kind of matter; undefined while something is missing. */
function contentOf(kind: Kind, typed: Typed): Matter['content'] | undefined {
  const amount = yuanText(typed.amount ?? '');
  if (kind === 'emergency') {
    const { cause } = typed;
    const isCause = cause === 'public_health' || cause === 'policy' || cause === 'other';
    return amount === undefined || !isCause ? undefined : { amount, cause };
  }
  if (kind === 'handover') {
    const auditedGap = yuanText(typed.auditedGap ?? '');
    return amount === undefined || auditedGap === undefined ? undefined : { amount, auditedGap };
  }
  const figure = typed.figure?.trim() ?? '';
  if (typed.value === undefined) return undefined;
  return figure === '' ? { value: typed.value } : { value: typed.value, figure };
}
