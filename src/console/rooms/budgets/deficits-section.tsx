import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecordException, type BudgetView } from '#console/api/budget-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useFigureScope } from '#console/explanation/figure-scope.tsx';
import { DocumentFields, isNamed, NO_DOCUMENT } from '#console/form/document-fields.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { Section } from '#console/fund/section.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** Deficits of the table with what the rules say of each, and the exception that lets one pass. */
export function DeficitsSection({ view }: { readonly view: BudgetView }): ReactNode {
  const { t } = useTranslation();
  const { packId } = useFigureScope();
  const mayRecord = holds(useAccount(), ['budget_maker'], view.budget.place);
  const latest = view.versions.at(-1);
  const exception = latest?.exception ?? null;
  if (view.deficits.length === 0) return null;
  const isWanted =
    mayRecord && latest?.needsException === true && exception === null && latest.review === null;
  return (
    <Section title={t('budgets.deficits')} aside={<UnitNote />}>
      <ul className="missing plain-list">
        {view.deficits.map(({ kind, part, amount, treatment, cite }) => (
          <li key={`${kind} ${part}`}>
            {t(`budgets.deficitKinds.${kind}`)} · {t(`budgets.parts.${part}`)} <Money yuan={amount} />{' '}
            <Mark tone={treatment === 'named' ? 'plain' : 'warn'}>
              {t(`budgets.treatments.${treatment}`)}
            </Mark>{' '}
            {cite.map((id) => (
              <ClauseLink key={id} id={id} packId={packId} />
            ))}
          </li>
        ))}
      </ul>
      {exception === null ? null : (
        <p>
          {t('budgets.exceptionOf', { reason: exception.reason, document: exception.document })}{' '}
          <code title={exception.documentHash}>{exception.documentHash.slice(0, 12)}</code>
        </p>
      )}
      {isWanted ? <ExceptionForm id={view.budget.id} /> : null}
    </Section>
  );
}

function ExceptionForm({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const record = useRecordException(id);
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState(NO_DOCUMENT);
  const isReady = reason.trim() !== '' && isNamed(document);
  return (
    <form
      className="card"
      aria-label={t('budgets.exception')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) record.mutate({ reason: reason.trim(), ...document });
      }}
    >
      <p className="note">{t('budgets.exceptionText')}</p>
      <div className="fields">
        <TextField
          label={t('budgets.reason')}
          name="exception-reason"
          value={reason}
          onChange={setReason}
          maxLength={2000}
        />
        <DocumentFields value={document} onChange={setDocument} />
      </div>
      <FormActions
        submit={t('budgets.exception')}
        isReady={isReady}
        action={record}
        onCancel={() => setReason('')}
      />
    </form>
  );
}
