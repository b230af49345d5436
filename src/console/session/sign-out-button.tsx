import { LogoutOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '#console/api/session-queries.ts';

/** Ends the session here and, where a provider opened it, goes there to end its own. */
export function SignOutButton({ onDone }: { readonly onDone?: () => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <Button
      icon={<LogoutOutlined aria-hidden />}
      loading={signOut.isPending}
      onClick={() =>
        signOut.mutate(undefined, {
          onSuccess: ({ providerAddress }) => {
            onDone?.();
            if (providerAddress !== null) window.location.assign(providerAddress);
          },
          // Also where the session was over already: nobody is signed in then either.
          onSettled: () => void navigate({ to: '/sign-in' }),
        })
      }
    >
      {t('session.signOut')}
    </Button>
  );
}
