import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFinishAtProvider } from '#console/api/session-queries.ts';
import { Loading } from '#console/app/page-states.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { takeBack } from '#console/session/kept-back.ts';
import { SessionCard } from '#console/session/session-card.tsx';

/** Where the provider sends the browser back: hands its answer over, once, and goes on. */
export function ProviderReturn(): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const { mutate, isError, error } = useFinishAtProvider();
  // Read once: the code in it holds once, and is taken out of the address at once.
  const [query] = useState(() => window.location.search.slice(1));
  useEffect(() => {
    if (window.location.search === '') return;
    window.history.replaceState(window.history.state, '', window.location.pathname);
    mutate(query, { onSuccess: () => router.history.replace(takeBack() ?? '/start') });
  }, [mutate, query, router]);
  return (
    <SessionCard title={t('session.byProvider')}>
      {isError ? (
        <>
          <ProblemPanel error={error} />
          <Link to="/sign-in">{t('session.signIn')}</Link>
        </>
      ) : (
        <Loading />
      )}
    </SessionCard>
  );
}
