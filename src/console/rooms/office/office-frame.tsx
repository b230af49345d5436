import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { signInStateQuery, type RoleId } from '#console/api/session-queries.ts';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { holds, useAccount } from '#console/session/session.ts';
import '#console/fund/office.css';

type Part = 'register' | 'users' | 'grants' | 'bindings' | 'roles' | 'emergency' | 'log';

interface PartLine {
  readonly part: Part;
  readonly to: `/office/${Part}`;
  /** Who is shown it; without roles everybody signed in. */
  readonly roles?: readonly RoleId[];
}

const PARTS: readonly PartLine[] = [
  { part: 'register', to: '/office/register', roles: ['administrator', ...FUND_READERS] },
  { part: 'users', to: '/office/users', roles: ['administrator', 'auditor'] },
  { part: 'grants', to: '/office/grants', roles: ['administrator', 'auditor'] },
  { part: 'bindings', to: '/office/bindings', roles: ['administrator', 'auditor'] },
  { part: 'emergency', to: '/office/emergency' },
  { part: 'log', to: '/office/log', roles: ['auditor'] },
  { part: 'roles', to: '/office/roles' },
];

interface OfficeFrameProps {
  readonly part: Part;
  /** What can be done here, beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the office: its parts for this person's roles, and the one that is open. */
export function OfficeFrame({ part, actions, children }: OfficeFrameProps): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const provider = useQuery(signInStateQuery).data?.provider ?? null;
  const shown = PARTS.filter(
    (line) =>
      (line.roles === undefined || holds(account, line.roles)) &&
      (line.part !== 'bindings' || provider !== null),
  );
  const mayOpen = shown.some((line) => line.part === part);
  return (
    <div className="office-page">
      <title>{`${t(`office.parts.${part}`)} · ${t('product')}`}</title>
      <nav className="office-parts" aria-label={t('office.title')}>
        {shown.map((line) => (
          <Link key={line.part} to={line.to} className="office-part">
            {t(`office.parts.${line.part}`)}
          </Link>
        ))}
      </nav>
      <div className="page-header">
        <h1 id="office-title">{t(`office.parts.${part}`)}</h1>
        {mayOpen ? actions : null}
      </div>
      <p className="note">{t(`office.texts.${part}`)}</p>
      {mayOpen ? children : <p className="office-none">{t('office.notYours')}</p>}
    </div>
  );
}
