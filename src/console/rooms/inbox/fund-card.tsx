import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';

interface FundCardProps {
  readonly title: ReactNode;
  /** What it is about, beside the title. */
  readonly about: ReactNode;
  readonly by: string;
  readonly at: string;
  /** The buttons, or the link to where it is decided. */
  readonly children: ReactNode;
}

/** Something of the fund that waits for a second person: what it is, who proposed it, and what to do. */
export function FundCard({ title, about, by, at, children }: FundCardProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="inbox-what">
        <strong>{title}</strong> · {about}
        <div className="note">
          {t('payments.proposedBy')} <Person id={by} /> <RecordedAt instant={at} />
        </div>
      </div>
      <div>{children}</div>
    </>
  );
}
