import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTakeEmergencyAccess } from '#console/api/office-queries.ts';
import type { Account, RoleId } from '#console/api/session-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { PlaceField } from '#console/form/place-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { useRoleNames } from '#console/session/role-names.ts';

interface EmergencyFormProps {
  readonly account: Account;
  readonly onClose: () => void;
}

/** Takes an own role to another place for some hours; it holds at once and is reviewed by another person. */
export function EmergencyForm({ account, onClose }: EmergencyFormProps): ReactNode {
  const { t } = useTranslation();
  const { roleName } = useRoleNames();
  const take = useTakeEmergencyAccess();
  const lasting = account.grants.filter(
    (grant) => grant.breakGlass === null && grant.role !== 'administrator',
  );
  const roles = [...new Set(lasting.map((grant) => grant.role))];
  const [role, setRole] = useState<RoleId | undefined>(roles[0]);
  const [place, setPlace] = useState('');
  const [hours, setHours] = useState('2');
  const [reason, setReason] = useState('');
  const isReady = role !== undefined && place !== '' && /^[1-8]$/.test(hours) && reason.trim() !== '';
  if (roles.length === 0) return <p className="office-none">{t('office.emergency.noRole')}</p>;
  return (
    <form
      className="card"
      aria-label={t('office.emergency.take')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) take.mutate({ role, place, hours: Number(hours), reason: reason.trim() });
      }}
    >
      <div className="fields">
        <ChoiceField
          label={t('office.emergency.role')}
          value={role}
          options={roles.map((value) => ({ value, label: roleName(value) }))}
          onChange={setRole}
        />
        <PlaceField label={t('office.emergency.place')} value={place} onChange={setPlace} />
        <TextField
          label={t('office.emergency.hours')}
          name="hours"
          value={hours}
          onChange={setHours}
          hint={t('office.emergency.hoursHint')}
        />
        <TextField
          label={t('office.reason')}
          name="emergency-reason"
          value={reason}
          onChange={setReason}
          maxLength={2000}
          hint={t('office.reasonHint')}
        />
      </div>
      <FormActions
        submit={t('office.emergency.take')}
        isReady={isReady && !take.isSuccess}
        action={take}
        onCancel={onClose}
        isDanger
        {...(take.isSuccess ? { leave: t('office.close') } : {})}
      />
      <div aria-live="polite">
        {take.isSuccess ? (
          <p className="done">
            {t('office.emergency.taken')} <RecordedAt instant={take.data.until} />
          </p>
        ) : null}
      </div>
    </form>
  );
}
