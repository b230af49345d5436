import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequestBinding, usersQuery } from '#console/api/office-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';

/** Asks that a subject of the provider be a user here. */
export function BindingForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const users = (useQuery(usersQuery).data ?? []).filter(({ endedAt }) => endedAt === null);
  const ask = useRequestBinding();
  const [userId, setUserId] = useState<string | undefined>();
  const [subject, setSubject] = useState('');
  const [reason, setReason] = useState('');
  const isReady = userId !== undefined && subject.trim() !== '' && reason.trim() !== '';
  return (
    <form
      className="card"
      aria-label={t('office.bindings.ask')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) ask.mutate({ userId, subject, reason: reason.trim() }, { onSuccess: onClose });
      }}
    >
      <div className="fields">
        <ChoiceField
          label={t('office.bindings.person')}
          value={userId}
          options={users.map(({ id, name, login }) => ({ value: id, label: `${name} ${login}` }))}
          onChange={setUserId}
          placeholder={t('office.choose')}
        />
        <TextField
          label={t('office.bindings.subject')}
          name="subject"
          value={subject}
          onChange={setSubject}
          maxLength={255}
          hint={t('office.bindings.subjectHint')}
        />
        <TextField
          label={t('office.reason')}
          name="binding-reason"
          value={reason}
          onChange={setReason}
          maxLength={2000}
          hint={t('office.reasonHint')}
        />
      </div>
      <FormActions submit={t('office.bindings.ask')} isReady={isReady} action={ask} onCancel={onClose} />
    </form>
  );
}
