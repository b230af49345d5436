import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReverseEvent } from '#console/api/ledger-queries.ts';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { DAY } from '#console/fund/patterns.ts';
import { newKey } from '#console/rooms/books/new-key.ts';
import { OutcomeNotice } from '#console/rooms/books/outcome-notice.tsx';
import { todayInChina } from '#console/fund/today.ts';

interface ReverseFormProps {
  readonly number: string;
  readonly onClose: () => void;
}

/** Reverses an event in red, whole and once, with its reason. */
export function ReverseForm({ number, onClose }: ReverseFormProps): ReactNode {
  const { t } = useTranslation();
  const reverse = useReverseEvent();
  const [key, setKey] = useState(newKey);
  const [effectiveOn, setEffectiveOn] = useState(() => todayInChina());
  const [note, setNote] = useState('');
  const [approval, setApproval] = useState('');
  const isDone = reverse.data?.refusal === null;
  const isReady = !isDone && DAY.test(effectiveOn) && note.trim() !== '';
  return (
    <form
      className="card"
      aria-label={t('books.reverse.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const cited = approval.trim() === '' ? {} : { approval: approval.trim() };
        reverse.mutate(
          { number, key, effectiveOn, note: note.trim(), ...cited },
          { onSuccess: (outcome) => (outcome.refusal === null ? undefined : setKey(newKey())) },
        );
      }}
    >
      <p className="note">{t('books.reverse.text')}</p>
      <div className="fields">
        <TextField
          label={t('books.columns.effectiveOn')}
          name="reversal-day"
          type="date"
          value={effectiveOn}
          onChange={setEffectiveOn}
        />
        <TextField
          label={t('office.reason')}
          name="reversal-note"
          value={note}
          onChange={setNote}
          maxLength={2000}
          hint={t('office.reasonHint')}
        />
        <TextField
          label={t('books.approval')}
          name="reversal-approval"
          value={approval}
          onChange={setApproval}
          hint={t('books.reverse.approvalHint')}
        />
      </div>
      <FormActions
        submit={t('books.reverse.title')}
        isReady={isReady}
        action={reverse}
        onCancel={onClose}
        {...(isDone ? { leave: t('office.close') } : {})}
        isDanger
      />
      {reverse.data === undefined ? null : <OutcomeNotice outcome={reverse.data} />}
    </form>
  );
}
