import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleId } from '#console/api/session-queries.ts';
import { holds, useAccount } from '#console/session/session.ts';
import '#console/fund/books.css';
import '#console/fund/office.css';

/** Pages of the fund that stand beside others of their room. */
type FundAddress =
  | '/fund/books'
  | '/fund/journal'
  | '/fund/approvals'
  | '/fund/openings'
  | '/fund/payments'
  | '/fund/payments/plans'
  | '/fund/payments/accounts'
  | '/fund/payments/sweep'
  | '/fund/payments/interest'
  | '/fund/statements'
  | '/fund/statements/kept'
  | '/fund/statements/check'
  | '/fund/monitoring'
  | '/fund/monitoring/assessments'
  | '/fund/reconciliations'
  | '/fund/reconciliations/premiums';

export interface FundPart {
  readonly to: FundAddress;
  readonly label: string;
}

interface FundFrameProps {
  readonly room: string;
  readonly parts: readonly FundPart[];
  readonly title: string;
  readonly text: string;
  /** Who may see the page at all. */
  readonly readers: readonly RoleId[];
  /** What can be done here, beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a room of the fund: its parts, and the one that is open. */
export function FundFrame(props: FundFrameProps): ReactNode {
  const { room, parts, title, text, readers, actions, children } = props;
  const { t } = useTranslation();
  const mayRead = holds(useAccount(), readers);
  return (
    <div className="office-page fund-page">
      <title>{`${title} · ${t('product')}`}</title>
      <nav className="office-parts screen-only" aria-label={room}>
        {parts.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            className="office-part"
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className="page-header">
        <h1 id="fund-title">{title}</h1>
        {mayRead ? actions : null}
      </div>
      <p className="note">{text}</p>
      {mayRead ? children : <p className="office-none">{t('office.notYours')}</p>}
    </div>
  );
}
