import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useAdoptBudgets,
  useConsolidate,
  type Consolidation,
  type RoundView,
} from '#console/api/budget-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { ConsolidatedTables } from '#console/rooms/budgets/consolidated-tables.tsx';
import { DecisionForm } from '#console/rooms/budgets/decision-form.tsx';
import { readConsolidation, type ConsolidationContent } from '#console/rooms/budgets/stored-content.ts';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { Section } from '#console/fund/section.tsx';
import { shortHash } from '#console/rooms/versions/steps.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** The consolidations of a year, the newest first; the newest one is adopted or returned by another person. */
export function ConsolidationSection({ view }: { readonly view: RoundView }): ReactNode {
  const { t } = useTranslation();
  const { round, consolidations, budgets } = view;
  const account = useAccount();
  const newest = consolidations.at(-1);
  const mayMake =
    round.adopted === null &&
    (newest === undefined || newest.decided !== null) &&
    budgets.length > 0 &&
    holds(account, ['budget_maker'], round.place);
  return (
    <Section title={t('budgets.consolidation')} text={t('budgets.consolidationText')} aside={<UnitNote />}>
      {mayMake ? <Consolidating roundId={round.id} /> : null}
      {newest === undefined ? <p className="note">{t('budgets.noConsolidation')}</p> : null}
      {consolidations.toReversed().map((consolidation) => (
        <ConsolidationCard key={consolidation.id} view={view} consolidation={consolidation} />
      ))}
    </Section>
  );
}

function Consolidating({ roundId }: { readonly roundId: string }): ReactNode {
  const { t } = useTranslation();
  const consolidate = useConsolidate(roundId);
  const [reason, setReason] = useState('');
  return (
    <div className="step-card">
      <TextField
        label={t('budgets.withoutBudgetReason')}
        name="without-budget-reason"
        value={reason}
        maxLength={2000}
        hint={t('budgets.withoutBudgetHint')}
        onChange={setReason}
      />
      <div>
        <Button
          type="primary"
          loading={consolidate.isPending}
          onClick={() => consolidate.mutate(reason.trim())}
        >
          {t('budgets.consolidate')}
        </Button>
      </div>
      <ActionProblem of={consolidate} />
    </div>
  );
}

interface ConsolidationCardProps {
  readonly view: RoundView;
  readonly consolidation: Consolidation;
}

const FIGURES = ['income', 'expenditure', 'yearBalance', 'opening', 'accumulated'] as const;

function ConsolidationCard({ view, consolidation }: ConsolidationCardProps): ReactNode {
  const { t } = useTranslation();
  const { number, made, decided, contentHash } = consolidation;
  const [isOpen, setOpen] = useState(false);
  const { types, members, withoutBudget } = readConsolidation(consolidation.content);
  const columns = [
    ...FIGURES.map((figure) => t(`budgets.totals.${figure}`)),
    t('budgets.eliminatedLevies'),
    t('budgets.eliminatedAllocations'),
  ];
  return (
    <article className="card">
      <h3>
        {t('budgets.consolidationNumber', { number })} <Standing decided={decided} />
      </h3>
      <p className="note">
        {t('budgets.members', { count: Object.keys(members).length })} · {t('budgets.madeBy')}{' '}
        <Person id={made.by} /> <RecordedAt instant={made.at} /> ·{' '}
        <code title={contentHash}>{shortHash(contentHash)}</code>
      </p>
      {withoutBudget === undefined ? null : <WithoutBudget {...withoutBudget} />}
      {decided === null ? null : (
        <p className="note">
          {t('budgets.decidedBy')} <Person id={decided.by} /> <RecordedAt instant={decided.at} />{' '}
          {decided.reason}
        </p>
      )}
      <FundTable
        label={t('budgets.consolidationNumber', { number })}
        columns={[{ label: t('budgets.scheme') }, ...columns.map((label) => ({ label, isFigure: true }))]}
        none=""
        rows={types.map(({ insuranceType, totals, eliminated }) => (
          <tr key={insuranceType}>
            <th scope="row">{t(`schemes.${insuranceType}`)}</th>
            {[...FIGURES.map((figure) => totals[figure]), eliminated.levies, eliminated.allocations].map(
              (amount, index) => (
                <td key={index} className="figure-cell">
                  <Money yuan={amount} />
                </td>
              ),
            )}
          </tr>
        ))}
      />
      <details
        className="consolidated-details"
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{t('budgets.byLine')}</summary>
        {isOpen ? <ConsolidatedTables roundId={view.round.id} number={number} /> : null}
      </details>
      {decided === null ? <Adoption view={view} madeBy={made.by} /> : null}
    </article>
  );
}

/** Books of a type that has no budgets, with the reason that was stated. */
function WithoutBudget({ books, reason }: NonNullable<ConsolidationContent['withoutBudget']>): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const names = books.map((book) => {
    const [pool = '', type] = book.split('/');
    return `${poolName(pool)} ${t(`schemes.${type === 'employee' ? 'employee' : 'resident'}`)}`;
  });
  return <p className="differs">{t('budgets.withoutBudget', { books: names.join('、'), reason })}</p>;
}

function Standing({ decided }: Pick<Consolidation, 'decided'>): ReactNode {
  const { t } = useTranslation();
  const state = decided?.decision ?? 'waiting';
  return <Mark tone={state === 'adopted' ? 'good' : 'warn'}>{t(`budgets.${state}`)}</Mark>;
}

function Adoption({ view, madeBy }: { readonly view: RoundView; readonly madeBy: string }): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const adopt = useAdoptBudgets(view.round.id);
  const [reason, setReason] = useState('');
  if (account?.userId === madeBy) return <p className="note">{t('office.needsAnother')}</p>;
  if (!holds(account, ['budget_checker'], view.round.place)) {
    return <p className="note">{t('budgets.adoptionWaits')}</p>;
  }
  return (
    <DecisionForm
      label={t('budgets.adopt')}
      text={t('budgets.adoptText')}
      accept={t('budgets.adopt')}
      refuse={t('budgets.giveBack')}
      reason={reason}
      onReason={setReason}
      action={adopt}
      onAccept={() => adopt.mutate({ decision: 'adopted', reason: reason.trim() })}
      onRefuse={() => adopt.mutate({ decision: 'returned', reason: reason.trim() })}
    />
  );
}
