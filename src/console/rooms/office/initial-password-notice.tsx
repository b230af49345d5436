import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface InitialPasswordNoticeProps {
  readonly told: { readonly login: string; readonly initialPassword: string };
  readonly onClose: () => void;
}

/** The initial password, which is told this once: it is gone with the page. */
export function InitialPasswordNotice({ told, onClose }: InitialPasswordNoticeProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      closable={{ onClose, 'aria-label': t('office.close') }}
      title={t('office.users.initial', { login: told.login })}
      description={
        <>
          <p>
            <code className="initial-password">{told.initialPassword}</code>
          </p>
          <p>{t('office.users.initialText')}</p>
        </>
      }
    />
  );
}
