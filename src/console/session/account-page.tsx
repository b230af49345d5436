import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from '#console/session/password-form.tsx';
import { SignOutButton } from '#console/session/sign-out-button.tsx';
import { useAccount } from '#console/session/session.ts';
import { WhoFacts } from '#console/session/who-facts.tsx';
import '#console/fund/office.css';
import '#console/session/session.css';

/** The own account: what is held, and a new password. */
export function AccountPage(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  if (account === undefined) return null;
  return (
    <div className="office-page">
      <title>{`${t('session.account')} · ${t('product')}`}</title>
      <div className="page-header">
        <h1>{account.name}</h1>
        <SignOutButton />
      </div>
      <div className="account-cards">
        <section className="card" aria-labelledby="who-title">
          <h2 id="who-title">{t('session.account')}</h2>
          <WhoFacts account={account} />
        </section>
        <section className="card" aria-labelledby="password-title">
          <h2 id="password-title">{t('session.changePassword')}</h2>
          <PasswordForm />
        </section>
      </div>
    </div>
  );
}
