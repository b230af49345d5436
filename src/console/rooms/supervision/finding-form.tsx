import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddFinding } from '#console/api/supervision-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { DocumentFields, isNamed, NO_DOCUMENT } from '#console/form/document-fields.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { AmountField } from '#console/fund/amount-field.tsx';
import { yuanText } from '#console/fund/yuan-text.ts';

const REFERRED = ['police', 'discipline'] as const;

interface FindingFormProps {
  readonly number: string;
  readonly onClose: () => void;
}

/** Adds what was found: the breach, what the fund is to have back, and to whom it was referred on. */
export function FindingForm({ number, onClose }: FindingFormProps): ReactNode {
  const { t } = useTranslation();
  const add = useAddFinding(number);
  const [what, setWhat] = useState('');
  const [clause, setClause] = useState('');
  const [typed, setTyped] = useState('');
  const [to, setTo] = useState<(typeof REFERRED)[number] | undefined>();
  const [document, setDocument] = useState(NO_DOCUMENT);
  const amount = yuanText(typed);
  const isWhole = what.trim() !== '' && clause.trim() !== '' && (to === undefined || isNamed(document));
  const asked =
    !isWhole || amount === undefined
      ? undefined
      : {
          what: what.trim(),
          clause: clause.trim(),
          amount,
          ...(to === undefined ? {} : { referral: { to, ...document } }),
        };
  return (
    <form
      className="card"
      aria-label={t('supervision.addFinding')}
      onSubmit={(event) => {
        event.preventDefault();
        if (asked !== undefined) add.mutate(asked, { onSuccess: onClose });
      }}
    >
      <div className="fields">
        <TextField
          label={t('supervision.what')}
          name="what"
          value={what}
          maxLength={2000}
          onChange={setWhat}
        />
        <TextField
          label={t('supervision.clause')}
          name="clause"
          value={clause}
          maxLength={60}
          hint={t('supervision.clauseHint')}
          onChange={setClause}
        />
        <AmountField label={t('supervision.amount')} name="amount" value={typed} onChange={setTyped} />
        <ChoiceField
          label={t('supervision.referTo')}
          value={to}
          options={REFERRED.map((value) => ({ value, label: t(`supervision.referredTo.${value}`) }))}
          placeholder={t('supervision.noReferral')}
          isOptional
          onChange={setTo}
        />
        {to === undefined ? null : <DocumentFields value={document} onChange={setDocument} />}
      </div>
      <FormActions
        submit={t('supervision.addFinding')}
        isReady={asked !== undefined}
        action={add}
        onCancel={onClose}
      />
    </form>
  );
}
