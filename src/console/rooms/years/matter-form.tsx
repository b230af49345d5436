import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { packFamilyQuery } from '#console/api/queries.ts';
import { useRequestMatter, type Matter, type NewMatter, type YearView } from '#console/api/year-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { DocumentFields, isNamed, NO_DOCUMENT } from '#console/form/document-fields.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { AmountField } from '#console/fund/amount-field.tsx';
import { yuanText } from '#console/fund/yuan-text.ts';
import { AssessmentFields, scoresOf, type ScoredItems } from '#console/rooms/years/assessment-fields.tsx';
import { FIELD_OPTIONS, useOptionName } from '#console/rooms/years/field-names.ts';
import { takenKinds } from '#console/rooms/years/taken-kinds.ts';

type Kind = Matter['kind'];
const KINDS: readonly Kind[] = ['emergency', 'adoption', 'handover', 'assessment', 'remittance', 'funding'];
/** What the place of the fund asks for; the rest is its pools' own. */
const OF_FUND: readonly Kind[] = ['adoption', 'assessment'];

/** What a matter is asked for: a year of the own fund, or without one a year of the fund above the own pools. */
export interface MatterGround {
  readonly own: { readonly fund: string; readonly place: string } | undefined;
  readonly insuranceType: YearView['insuranceType'];
  readonly year: number;
  readonly pack: string;
  readonly pools: readonly { readonly id: string; readonly name: YearView['pools'][number]['name'] }[];
}

interface MatterFormProps {
  readonly ground: MatterGround;
  /** The granted matter that is corrected: its kind and pool stay. */
  readonly corrects?: Matter;
  readonly onClose: () => void;
}

/** Asks for what takes a decision of its own, with a document; another person decides. */
export function MatterForm({ ground, corrects, onClose }: MatterFormProps): ReactNode {
  const { t } = useTranslation();
  const request = useRequestMatter();
  const places = useQuery(poolsQuery).data ?? [];
  const kinds = useTakenKinds(ground);
  const [picked, setKind] = useState<Kind | undefined>(corrects?.kind);
  const kind = picked ?? kinds[0];
  const [pool, setPool] = useState<string | undefined>(corrects?.pool);
  const [typed, setTyped] = useState<Typed>({});
  const [document, setDocument] = useState(NO_DOCUMENT);
  const [note, setNote] = useState('');
  const subject = kind === 'adoption' ? ground.own?.fund : pool;
  // The pool applies and hands over; who assesses, as who adopts, is the fund's place.
  const place = kind === 'assessment' ? ground.own?.place : places.find(({ id }) => id === subject)?.place;
  const content = kind === undefined ? undefined : contentOf(kind, typed);
  const asked = bodyOf(ground, corrects, { kind, subject, place, content, document, note: note.trim() });
  return (
    <form
      className="card"
      aria-label={t('years.askMatter')}
      onSubmit={(event) => {
        event.preventDefault();
        if (asked !== undefined) request.mutate(asked, { onSuccess: onClose });
      }}
    >
      <div className="fields">
        {corrects === undefined ? (
          <SubjectFields {...{ ground, kinds, kind, pool }} onKind={setKind} onPool={setPool} />
        ) : null}
        {kind === 'assessment' ? null : (
          <ContentFields kind={kind} packId={ground.pack} typed={typed} onChange={setTyped} />
        )}
        <DocumentFields value={document} onChange={setDocument} />
        <TextField
          label={t('years.note')}
          name="matter-note"
          value={note}
          onChange={setNote}
          maxLength={2000}
        />
      </div>
      {kind === 'assessment' ? (
        <AssessmentFields
          ground={ground}
          items={typed.scored}
          onChange={(scored) => setTyped({ ...typed, scored })}
        />
      ) : null}
      <FormActions
        submit={t('years.askMatter')}
        isReady={asked !== undefined}
        action={request}
        onCancel={onClose}
      />
    </form>
  );
}

interface Given {
  readonly kind: Kind | undefined;
  readonly subject: string | undefined;
  readonly place: string | undefined;
  readonly content: NewMatter['content'] | undefined;
  readonly document: typeof NO_DOCUMENT;
  readonly note: string;
}

/** What is sent; undefined while something is missing, of a correction its reason too. */
function bodyOf(
  { insuranceType, year, pack }: MatterGround,
  corrects: Matter | undefined,
  { kind, subject, place, content, document, note }: Given,
): NewMatter | undefined {
  if (kind === undefined || subject === undefined || place === undefined || content === undefined)
    return undefined;
  if (!isNamed(document) || (corrects !== undefined && note === '')) return undefined;
  const named = corrects === undefined ? {} : { corrects: corrects.id };
  return { kind, place, pool: subject, insuranceType, year, pack, content, ...document, note, ...named };
}

/** The kinds that the policy takes, and that are asked for here. */
function useTakenKinds({ own, pack }: MatterGround): readonly Kind[] {
  const packs = useQuery(packFamilyQuery(pack)).data ?? [];
  return takenKinds(
    packs,
    KINDS.filter((one) => own !== undefined || !OF_FUND.includes(one)),
  );
}

interface SubjectFieldsProps {
  readonly ground: MatterGround;
  readonly kinds: readonly Kind[];
  readonly kind: Kind | undefined;
  readonly pool: string | undefined;
  readonly onKind: (kind: Kind | undefined) => void;
  readonly onPool: (pool: string | undefined) => void;
}

/** What is asked for, and for which pool; what the fund asks for itself names none. */
function SubjectFields({ ground, kinds, kind, pool, onKind, onPool }: SubjectFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <>
      <ChoiceField
        label={t('years.kind')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`years.matterKinds.${value}`) }))}
        onChange={onKind}
      />
      {kind === 'adoption' ? null : (
        <ChoiceField
          label={t('years.pool')}
          value={pool}
          options={ground.pools.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t('office.choose')}
          onChange={onPool}
        />
      )}
    </>
  );
}

type Typed = Partial<
  Readonly<Record<'amount' | 'cause' | 'auditedGap' | 'value' | 'figure', string | undefined>>
> & { readonly scored?: ScoredItems };

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
      ) : kind === 'emergency' ? (
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
      ) : null}
    </>
  );
}

/** The values that the year's pipeline reckons with and the document delegates; a table is adopted as it stands. */
function AdoptionFields({ packId, typed, onChange }: Omit<ContentFieldsProps, 'kind'>): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const packs = useQuery(packFamilyQuery(packId)).data ?? [];
  // The place's own pack comes first: what it states itself is not its parents' to delegate.
  const known = new Map(
    packs.toReversed().flatMap(({ values }) => values.map((one) => [one.name, one] as const)),
  );
  const named = packs.find(({ pipeline }) => pipeline !== undefined)?.pipeline?.steps ?? [];
  const used = named.flatMap((step) => step.arguments.flatMap(({ filledWith }) => filledWith));
  const delegated = [...known.values()].filter(
    ({ name, kind }) => kind === 'delegated' && used.includes(name),
  );
  const chosen = delegated.find(({ name }) => name === typed.value);
  const isTable = chosen?.versions.some(({ figures }) => figures.some(({ cell }) => cell !== '')) === true;
  return (
    <>
      <ChoiceField
        label={t('years.packValue')}
        value={typed.value}
        options={delegated.map(({ name, label }) => ({ value: name, label: pick(label) }))}
        placeholder={t('office.choose')}
        hint={t(delegated.length === 0 ? 'years.noDelegated' : 'years.packValueHint')}
        onChange={(value) => onChange({ ...typed, value, figure: undefined })}
      />
      {isTable ? null : (
        <TextField
          label={t('years.figure')}
          name="matter-figure"
          value={typed.figure ?? ''}
          maxLength={60}
          hint={t('years.figureHint')}
          onChange={(figure) => onChange({ ...typed, figure })}
        />
      )}
    </>
  );
}

/** What the typed fields come to for a kind of matter; undefined while something is missing. */
function contentOf(kind: Kind, typed: Typed): NewMatter['content'] | undefined {
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
  if (kind === 'remittance' || kind === 'funding') return amount === undefined ? undefined : { amount };
  if (kind === 'assessment') {
    const scores = typed.scored === undefined ? undefined : scoresOf(typed.scored);
    return scores === undefined ? undefined : { scores };
  }
  const figure = typed.figure?.trim() ?? '';
  if (typed.value === undefined) return undefined;
  return figure === '' ? { value: typed.value } : { value: typed.value, figure };
}
