import { useRouter, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from '#console/session/password-form.tsx';
import { SessionCard } from '#console/session/session-card.tsx';

/** The only page for who still has the initial password; it leads on to where that person was going. */
export function PasswordPage(): ReactNode {
  const { t } = useTranslation();
  const { back } = useSearch({ from: '/password' });
  const router = useRouter();
  return (
    <SessionCard title={t('session.replaceFirst')}>
      <p className="note">{t('session.replaceFirstText')}</p>
      <PasswordForm onChanged={() => router.history.push(back ?? '/start')} />
    </SessionCard>
  );
}
