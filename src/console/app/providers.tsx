import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { UnitProvider } from '#console/amounts/unit-context.tsx';
import { ProblemError } from '#console/api/problem-error.ts';
import { signInStateQuery } from '#console/api/session-queries.ts';
import { createConsoleRouter } from '#console/app/router.tsx';
import { THEME } from '#console/app/theme.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { readBack } from '#console/session/back-search.ts';
import { sessionRefusal } from '#console/session/watch-refusals.ts';

/** How often a call that failed without an answer is tried again; a refusal is final. */
const RETRIES = 2;

const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveIfOver }),
  mutationCache: new MutationCache({ onError: leaveIfOver }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => !(error instanceof ProblemError) && failures < RETRIES,
      refetchOnWindowFocus: false,
    },
  },
});

const router = createConsoleRouter(queryClient);

/** A session that is over leads to the sign-in, and an initial password to its change; then back to this page. */
function leaveIfOver(error: unknown): void {
  const refusal = sessionRefusal(error);
  if (refusal === undefined) return;
  const search = readBack({ back: router.state.location.href });
  void queryClient.invalidateQueries({ queryKey: signInStateQuery.queryKey }).then(() => {
    const to = refusal === 'over' ? '/sign-in' : '/password';
    if (router.state.location.pathname !== to) return router.navigate({ to, search });
    return undefined;
  });
}

/** No space between the two characters of a Chinese label: a label is read, searched and spoken as one word. */
const BUTTON = { autoInsertSpace: false } as const;

/** Everything a room relies on: theme, language, unit, data and routes. */
export function Providers(): ReactNode {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      theme={THEME}
      locale={language === 'zh' ? zhCN : enUS}
      componentSize="small"
      button={BUTTON}
    >
      <QueryClientProvider client={queryClient}>
        <UnitProvider>
          <RouterProvider router={router} />
        </UnitProvider>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
