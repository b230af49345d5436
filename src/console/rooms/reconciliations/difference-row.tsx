import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useDecideDifference,
  type Difference,
  type DifferenceProposal,
  type OtherStatement,
} from '#console/api/reconciliation-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { FlowStanding } from '#console/fund/flow-standing.tsx';
import { Money } from '#console/fund/money.tsx';
import { TemplateWord } from '#console/fund/template-word.tsx';
import { useOffered } from '#console/rooms/books/use-offered.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { ProposalForm } from '#console/rooms/reconciliations/proposal-form.tsx';
import { ReconcilerDecision } from '#console/rooms/reconciliations/reconciler-decision.tsx';
import { holds, useAccount } from '#console/session/session.ts';

interface DifferenceRowProps {
  readonly difference: Difference;
  readonly statement: OtherStatement;
}

/** A line that only one side has; its form opens below it. */
export function DifferenceRow({ difference, statement }: DifferenceRowProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { line, kindName, approved, waiting } = difference;
  const said = waiting ?? approved;
  return (
    <>
      <tr data-difference={line.id}>
        <th scope="row">
          <LineName id={line.id} />
        </th>
        <td>{line.on}</td>
        <td className="figure-cell">
          <Money yuan={line.amount} />
        </td>
        <td className="words">
          <LineWords line={line} pool={statement.pool} />
        </td>
        <td>
          {pick(kindName)}
          {difference.overdueMonths === 0 ? null : (
            <div className="note" data-overdue>
              {t('reconciliations.differences.overdue', { count: difference.overdueMonths })}
            </div>
          )}
          {difference.with.length === 0 ? null : (
            <div className="note">
              {t('reconciliations.differences.with')}{' '}
              {difference.with.map((id) => (
                <span key={id}>
                  <LineName id={id} />{' '}
                </span>
              ))}
            </div>
          )}
        </td>
        <td>{said === null ? null : <Answer proposal={said} statement={statement} />}</td>
        <td>
          <Work difference={difference} statement={statement} isOpen={isOpen} onOpen={setOpen} />
        </td>
      </tr>
      {isOpen && waiting === null ? (
        <tr className="form-row screen-only">
          <td colSpan={7}>
            <ProposalForm difference={difference} statement={statement} onClose={() => setOpen(false)} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

interface LineWordsProps {
  readonly line: Difference['line'];
  readonly pool: string;
}

/** What a line says of itself; an event of ours without a note says its template, which is shown by its name. */
function LineWords({ line, pool }: LineWordsProps): ReactNode {
  const { id, counterparty, summary, references } = line;
  const isOurs = id.startsWith('event/');
  const parts: readonly ReactNode[] = [
    isOurs && TEMPLATE_ID.test(summary) ? <TemplateWord template={summary} pool={pool} /> : summary,
    isOurs && PARTY.test(counterparty) ? <Counterparty id={counterparty} /> : counterparty,
    // An event of ours is found by its number, which stands beside; its key is the program's own.
    isOurs ? '' : references.join(' · '),
  ].filter((part) => part !== '');
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index === 0 ? null : ' · '}
      {part}
    </Fragment>
  ));
}

const PARTY = /^[a-z]+:./;

const TEMPLATE_ID = /^[a-z]+(_[a-z]+)*$/;

/** An id is of an event of ours or of a statement of theirs, and its number: a line of ours leads to its event. */
function LineName({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const [of, number = ''] = id.split('/');
  if (of !== 'event') {
    return (
      <span title={id}>
        {t('reconciliations.differences.theirs')} <code>{number}</code>
      </span>
    );
  }
  return (
    <>
      {t('reconciliations.differences.ours')}{' '}
      <Link to="/fund/events/$number" params={{ number }}>
        {number}
      </Link>
    </>
  );
}

interface AnswerProps {
  readonly proposal: DifferenceProposal;
  readonly statement: OtherStatement;
}

function Answer({ proposal, statement }: AnswerProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="answer">
      <strong>{t(`reconciliations.answers.${proposal.kind}`)}</strong>
      {proposal.event === null ? null : (
        <Link to="/fund/events/$number" params={{ number: proposal.event }}>
          {t('books.event.title', { number: proposal.event })}
        </Link>
      )}
      {proposal.posting === null ? null : <Posting posting={proposal.posting} statement={statement} />}
      <span>{proposal.reason}</span>
      <span className="note">
        {t('reconciliations.proposal.by')} <WhoWhen by={proposal.proposedBy} at={proposal.proposedAt} />
      </span>
    </div>
  );
}

interface PostingProps {
  readonly posting: NonNullable<DifferenceProposal['posting']>;
  readonly statement: OtherStatement;
}

/** What the agreement posts: the reversal of the line's own event, or an event by a template. */
function Posting({ posting, statement }: PostingProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const code = useFundCode();
  const { offered } = useOffered(statement);
  const { template, amounts, counterparty, category, effectiveOn } = posting;
  if (template === null) return <span>{t('reconciliations.proposal.reverses', { on: effectiveOn })}</span>;
  const name = offered.find(({ id }) => id === template)?.name;
  const filled = Object.entries(amounts).filter(([, amount]) => amount !== '0.00');
  return (
    <span>
      {t('reconciliations.proposal.posts', {
        template: name === undefined ? template : pick(name),
        on: effectiveOn,
      })}{' '}
      {counterparty ?? ''} {category === undefined ? '' : code('categories', category)}
      {filled.map(([field, amount]) => (
        <span key={field}>
          {' '}
          {code('amounts', field)} <Money yuan={amount} />
        </span>
      ))}
    </span>
  );
}

interface WorkProps extends DifferenceRowProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function Work({ difference, statement, isOpen, onOpen }: WorkProps): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const decide = useDecideDifference();
  const { line, approved, waiting } = difference;
  const isWorked = statement.state === 'open';
  const mayExplain = isWorked && holds(account, ['reconciliation_maker'], statement.place);
  if (waiting !== null) {
    return (
      <div className="difference-work">
        <FlowStanding decision={null} />
        <ReconcilerDecision
          id={waiting.id}
          proposedBy={waiting.proposedBy}
          place={statement.place}
          decide={decide}
          about={line.id}
        />
      </div>
    );
  }
  return (
    <div className="difference-work">
      {approved === null ? null : <FlowStanding decision="approved" />}
      {approved === null ? null : <WhoWhen by={approved.decidedBy} at={approved.decidedAt} />}
      {approved === null && !mayExplain && isWorked ? (
        <span className="note">{t('reconciliations.differences.mustExplain')}</span>
      ) : null}
      {approved === null && mayExplain ? (
        <Button
          aria-expanded={isOpen}
          aria-label={`${t('reconciliations.differences.explain')} ${line.id}`}
          onClick={() => onOpen(!isOpen)}
        >
          {t('reconciliations.differences.explain')}
        </Button>
      ) : null}
    </div>
  );
}
