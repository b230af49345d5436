import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useConfirmClosing,
  useDecideClosing,
  type Reconciliation,
} from '#console/api/reconciliation-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { ReconcilerDecision } from '#console/rooms/reconciliations/reconciler-decision.tsx';
import { useAccount } from '#console/session/session.ts';

interface PartyWordProps {
  readonly month: Reconciliation;
  readonly closing: NonNullable<Reconciliation['closing']>;
}

/** What the other side said to a proposed closing: who confirmed it, why nobody does, or the buttons for its own people. */
export function PartyWord({ month, closing }: PartyWordProps): ReactNode {
  const { pick } = useLanguage();
  const account = useAccount();
  const confirm = useConfirmClosing();
  const { statement, party, partyName } = month;
  if (party === 'confirmed') return <WhoWhen by={closing.confirmedBy} at={closing.confirmedAt} />;
  if (party !== 'awaited' || closing.decision !== null || account?.department !== statement.department) {
    return <span className="note">{pick(partyName)}</span>;
  }
  return (
    <ReconcilerDecision
      id={closing.id}
      proposedBy={closing.proposedBy}
      place={statement.place}
      decide={confirm}
      about={statement.month}
    />
  );
}

/** The decision of the office that keeps the books: it closes once the other side has confirmed; until then it may reject. */
export function BooksWord({ month, closing }: PartyWordProps): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const decide = useDecideClosing();
  const { statement, party } = month;
  if (closing.decision !== null) return <WhoWhen by={closing.decidedBy} at={closing.decidedAt} />;
  if (account?.department !== 'health_insurance') {
    return <span className="note">{t('reconciliations.closing.byBooks')}</span>;
  }
  return (
    <ReconcilerDecision
      id={closing.id}
      proposedBy={closing.proposedBy}
      place={statement.place}
      decide={decide}
      about={statement.month}
      decisions={party === 'awaited' ? ['rejected'] : ['approved', 'rejected']}
    />
  );
}
