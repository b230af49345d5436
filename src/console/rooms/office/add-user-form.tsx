import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  rolesQuery,
  useAddUser,
  type InitialPassword,
  type NewUserFields,
} from '#console/api/office-queries.ts';
import { PersonFields } from '#console/form/person-fields.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { useAccount } from '#console/session/session.ts';

interface AddUserFormProps {
  readonly onAdded: (told: InitialPassword & { readonly login: string }) => void;
  readonly onCancel: () => void;
}

/** A new account without any role. */
export function AddUserForm({ onAdded, onCancel }: AddUserFormProps): ReactNode {
  const { t } = useTranslation();
  const own = useAccount();
  const departments = useQuery(rolesQuery).data?.departments.map(({ id }) => id) ?? [];
  const add = useAddUser();
  const [person, setPerson] = useState<NewUserFields>({
    login: '',
    name: '',
    department: own?.department ?? 'health_insurance',
    place: own?.place ?? '',
  });
  const isReady = [person.login, person.name, person.place].every((text) => text.trim() !== '');
  return (
    <form
      className="card"
      aria-label={t('office.users.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        add.mutate(person, { onSuccess: (added) => onAdded({ ...added, login: person.login }) });
      }}
    >
      <div className="fields">
        <PersonFields
          person={person}
          departments={departments}
          onChange={(changed) => setPerson({ ...person, ...changed })}
        />
      </div>
      <FormActions submit={t('office.users.add')} isReady={isReady} action={add} onCancel={onCancel} />
    </form>
  );
}
