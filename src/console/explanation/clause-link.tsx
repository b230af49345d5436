import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ClauseLinkProps {
  /** Id of a clause or a reading. */
  readonly id: string;
  readonly packId: string;
}

/** The id of a clause or reading, wherever it stands; it leads to its place in the policy reader. */
export function ClauseLink({ id, packId }: ClauseLinkProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Link
      className="clause-link"
      to="/policy/$packId"
      params={{ packId }}
      hash={id}
      aria-label={t('explanation.inReader', { id })}
    >
      {id}
    </Link>
  );
}
