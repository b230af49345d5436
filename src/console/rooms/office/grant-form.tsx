import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rolesQuery, useRequestGrant, usersQuery } from '#console/api/office-queries.ts';
import type { RoleId } from '#console/api/session-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { PlaceField } from '#console/form/place-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';

interface GrantFormProps {
  /** The user for whom it was opened. */
  readonly userId: string | undefined;
  readonly onClose: () => void;
}

interface Draft {
  readonly userId: string | undefined;
  readonly role: RoleId | undefined;
  /** Undefined until it is written: then the user's home. */
  readonly place: string | undefined;
  readonly reason: string;
}

/** Asks for a role at a place for someone; only roles that the person's department may hold are offered. */
export function GrantForm({ userId, onClose }: GrantFormProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const users = (useQuery(usersQuery).data ?? []).filter(({ endedAt }) => endedAt === null);
  const roles = useQuery(rolesQuery).data?.roles ?? [];
  const ask = useRequestGrant();
  const [draft, setDraft] = useState<Draft>({ userId, role: undefined, place: undefined, reason: '' });
  const { role, place, reason } = draft;
  const user = users.find(({ id }) => id === draft.userId);
  const offered =
    user === undefined ? [] : roles.filter((line) => line.departments.includes(user.department));
  const at = place ?? user?.place ?? '';
  const line = roles.find(({ id }) => id === role);
  const isReady = user !== undefined && role !== undefined && at !== '' && reason.trim() !== '';
  return (
    <form
      className="card"
      aria-label={t('office.grants.ask')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        ask.mutate({ userId: user.id, role, place: at, reason: reason.trim() }, { onSuccess: onClose });
      }}
    >
      <div className="fields">
        <ChoiceField
          label={t('office.grants.person')}
          value={draft.userId}
          options={users.map(({ id, name, login }) => ({ value: id, label: `${name} ${login}` }))}
          onChange={(next) => setDraft({ ...draft, userId: next, role: undefined, place: undefined })}
          placeholder={t('office.choose')}
        />
        <ChoiceField
          label={t('office.grants.role')}
          value={role}
          options={offered.map(({ id, label }) => ({ value: id, label: pick(label) }))}
          onChange={(next) => setDraft({ ...draft, role: next })}
          placeholder={t(user === undefined ? 'office.grants.personFirst' : 'office.choose')}
          hint={line === undefined ? undefined : pick(line.may)}
        />
        <PlaceField
          label={t('office.grants.place')}
          value={at}
          onChange={(next) => setDraft({ ...draft, place: next })}
          hint={t('office.grants.placeHint')}
        />
        <TextField
          label={t('office.reason')}
          name="grant-reason"
          value={reason}
          onChange={(next) => setDraft({ ...draft, reason: next })}
          maxLength={2000}
          hint={t('office.reasonHint')}
        />
      </div>
      <FormActions submit={t('office.grants.ask')} isReady={isReady} action={ask} onCancel={onClose} />
    </form>
  );
}
