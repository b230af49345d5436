import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signInStateQuery, useBeginAtProvider, useSignIn } from '#console/api/session-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { keepBack } from '#console/session/kept-back.ts';
import { SessionCard } from '#console/session/session-card.tsx';
import type { SignInStateBody } from '#contract/identity';

/** By name and password, or by the provider of identities where there is one. */
export function SignInPage(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(signInStateQuery);
  return (
    <SessionCard title={t('session.signIn')}>
      <p className="note">{t('session.signInText')}</p>
      <QueryView query={query}>
        {(state) => (
          <>
            <PasswordForm />
            {state.provider === null ? null : <ProviderButton provider={state.provider} />}
            {state.isSetUpOpen ? (
              <p>
                {t('session.setUpOpen')} <Link to="/set-up">{t('session.setUp')}</Link>
              </p>
            ) : null}
          </>
        )}
      </QueryView>
    </SessionCard>
  );
}

function PasswordForm(): ReactNode {
  const { t } = useTranslation();
  const { back } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const signIn = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const isReady = login.trim() !== '' && password !== '';
  return (
    <form
      className="fields-column"
      aria-label={t('session.signIn')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const onSuccess = (): void => router.history.push(back ?? '/start');
        signIn.mutate({ login, password }, { onSuccess });
      }}
    >
      <TextField
        label={t('session.login')}
        name="login"
        value={login}
        onChange={setLogin}
        maxLength={100}
        autoComplete="username"
        autoFocus
      />
      <TextField
        label={t('session.password')}
        name="password"
        type="password"
        value={password}
        onChange={setPassword}
        maxLength={1000}
        autoComplete="current-password"
      />
      <div>
        <Button htmlType="submit" type="primary" loading={signIn.isPending} disabled={!isReady}>
          {t('session.signIn')}
        </Button>
      </div>
      <ActionProblem of={signIn} />
    </form>
  );
}

function ProviderButton({
  provider,
}: {
  readonly provider: NonNullable<SignInStateBody['provider']>;
}): ReactNode {
  const { t } = useTranslation();
  const { back } = useSearch({ from: '/sign-in' });
  const begin = useBeginAtProvider();
  return (
    <div className="provider">
      <Button
        loading={begin.isPending}
        onClick={() => {
          keepBack(back);
          begin.mutate(undefined, { onSuccess: ({ address }) => window.location.assign(address) });
        }}
      >
        {t('session.byProvider')}
      </Button>
      <span className="note">{provider.issuer}</span>
      <ActionProblem of={begin} />
    </div>
  );
}
