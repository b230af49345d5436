import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventOutcome } from '#console/api/ledger-queries.ts';
import { ProblemError } from '#console/api/problem-error.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';

/** Refused by a rule: what the ledger keeps under the key of a refused event. */
const REFUSED = 422;

/** What became of an event: where it stands now, or why it was not posted. */
export function OutcomeNotice({ outcome }: { readonly outcome: EventOutcome }): ReactNode {
  const { t } = useTranslation();
  const { number, refusal, postingMonth } = outcome;
  if (refusal !== null) {
    const problem = { type: 'about:blank', title: refusal.code, status: REFUSED, refusals: [refusal] };
    return <ProblemPanel error={new ProblemError(problem)} />;
  }
  return (
    <p className="posted" role="status">
      {t('books.post.posted', { month: postingMonth ?? '' })}{' '}
      <Link to="/fund/events/$number" params={{ number }}>
        {t('books.event.title', { number })}
      </Link>
    </p>
  );
}
