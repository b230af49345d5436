import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Shown while a page or a part of one is read. */
export function Loading(): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="status" aria-live="polite" className="state">
      <span className="visually-hidden">{t('states.loading')}</span>
      <Skeleton active={false} title paragraph={{ rows: 6 }} />
    </div>
  );
}

interface NothingProps {
  readonly title: string;
  readonly next?: string;
}

/** Shown where there is nothing yet, with what to do about it. */
export function Nothing({ title, next }: NothingProps): ReactNode {
  return (
    <section className="state state-empty">
      <h1>{title}</h1>
      {next === undefined ? null : <p>{next}</p>}
    </section>
  );
}
