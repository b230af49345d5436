import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewUserFields } from '#console/api/office-queries.ts';
import type { Department } from '#console/api/session-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { PlaceField } from '#console/form/place-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useRoleNames } from '#console/session/role-names.ts';

interface PersonFieldsProps {
  readonly person: NewUserFields;
  readonly onChange: (changed: Partial<NewUserFields>) => void;
  readonly departments: readonly Department[];
}

/** Who a new account is for. */
export function PersonFields({ person, onChange, departments }: PersonFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { departmentName } = useRoleNames();
  return (
    <>
      <TextField
        label={t('session.login')}
        name="new-login"
        value={person.login}
        onChange={(login) => onChange({ login })}
        maxLength={100}
        hint={t('office.loginHint')}
      />
      <TextField
        label={t('office.name')}
        name="person-name"
        value={person.name}
        onChange={(name) => onChange({ name })}
        maxLength={100}
      />
      <ChoiceField
        label={t('office.department')}
        value={person.department}
        options={departments.map((value) => ({ value, label: departmentName(value) }))}
        onChange={(department) => (department === undefined ? undefined : onChange({ department }))}
      />
      <PlaceField
        label={t('office.home')}
        value={person.place}
        onChange={(place) => onChange({ place })}
        hint={t('office.homeHint')}
      />
    </>
  );
}
