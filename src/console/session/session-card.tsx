import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import '#console/session/session.css';

interface SessionCardProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** The narrow frame of the pages by which one comes in. */
export function SessionCard({ title, children }: SessionCardProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="session-card card" aria-labelledby="session-title">
      <title>{`${title} · ${t('product')}`}</title>
      <h1 id="session-title">{title}</h1>
      {children}
    </section>
  );
}
