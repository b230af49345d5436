import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigation } from '#console/app/navigation.tsx';
import { TopBar } from '#console/app/top-bar.tsx';

/** The frame of every page: top bar, rooms on the left, the room itself. */
export function Layout(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <TopBar />
      <div className="frame">
        <Navigation />
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </>
  );
}
