import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePassword } from '#console/api/session-queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { TextField } from '#console/form/text-field.tsx';

const NOTHING = { present: '', password: '', again: '' };

/** Replaces the own password; what is typed twice must be the same. */
export function PasswordForm({ onChanged }: { readonly onChanged?: () => void }): ReactNode {
  const { t } = useTranslation();
  const change = useChangePassword();
  const [fields, setFields] = useState(NOTHING);
  const { present, password, again } = fields;
  const differs = again !== '' && again !== password;
  const isReady = present !== '' && password !== '' && again === password;
  const edit = (name: keyof typeof NOTHING) => (text: string) => {
    change.reset();
    setFields({ ...fields, [name]: text });
  };
  const onSuccess = (): void => {
    setFields(NOTHING);
    onChanged?.();
  };
  return (
    <form
      className="fields-column"
      aria-label={t('session.changePassword')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) change.mutate({ present, password }, { onSuccess });
      }}
    >
      <TextField
        label={t('session.presentPassword')}
        name="present"
        type="password"
        value={present}
        onChange={edit('present')}
        autoComplete="current-password"
      />
      <TextField
        label={t('session.newPassword')}
        name="new-password"
        type="password"
        value={password}
        onChange={edit('password')}
        autoComplete="new-password"
        hint={t('session.passwordHint')}
      />
      <TextField
        label={t('session.again')}
        name="again"
        type="password"
        value={again}
        onChange={edit('again')}
        autoComplete="new-password"
        hint={differs ? t('session.differs') : undefined}
      />
      <div>
        <Button htmlType="submit" type="primary" loading={change.isPending} disabled={!isReady}>
          {t('session.changePassword')}
        </Button>
      </div>
      <div aria-live="polite">
        {change.isSuccess ? <p className="done">{t('session.changed')}</p> : null}
        {change.isError ? <ProblemPanel error={change.error} /> : null}
      </div>
    </form>
  );
}
