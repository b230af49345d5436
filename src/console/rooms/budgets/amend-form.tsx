import { Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAmendBudget, type BudgetView } from '#console/api/budget-queries.ts';
import { DocumentFields, isNamed, NO_DOCUMENT } from '#console/form/document-fields.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { yuanText } from '#console/fund/yuan-text.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { keyOfLine, useLineLabel } from '#console/rooms/budgets/line-key.ts';

interface PaperFormProps {
  readonly view: BudgetView;
  readonly onClose: () => void;
}

/** New amounts of lines of an adopted budget, with the reason; a deficit that is left takes its document. */
export function AmendForm({ view, onClose }: PaperFormProps): ReactNode {
  const { t } = useTranslation();
  const amend = useAmendBudget(view.budget.id);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const [hasException, setException] = useState(false);
  const [document, setDocument] = useState(NO_DOCUMENT);
  const changes = Object.entries(typed)
    .filter(([, text]) => text.trim() !== '')
    .map(([key, text]) => [key, yuanText(text) ?? text.trim()] as const);
  const isReady = changes.length > 0 && reason.trim() !== '' && (!hasException || isNamed(document));
  const submit = (): void => {
    if (!isReady) return;
    const exception = hasException ? { exception: document } : {};
    amend.mutate(
      { reason: reason.trim(), changes: Object.fromEntries(changes), ...exception },
      { onSuccess: onClose },
    );
  };
  return (
    <form
      className="card"
      aria-label={t('budgets.amend')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="note">{t('budgets.amendText')}</p>
      <AmendTable view={view} typed={typed} onChange={setTyped} />
      {changes.length === 0 ? <p className="note">{t('budgets.noChange')}</p> : null}
      <div className="fields">
        <TextField
          label={t('budgets.reason')}
          name="amend-reason"
          value={reason}
          onChange={setReason}
          maxLength={2000}
        />
        <div className="field">
          <Checkbox checked={hasException} onChange={({ target }) => setException(target.checked)}>
            {t('budgets.withException')}
          </Checkbox>
        </div>
        {hasException ? <DocumentFields value={document} onChange={setDocument} /> : null}
      </div>
      <FormActions submit={t('budgets.amend')} isReady={isReady} action={amend} onCancel={onClose} />
    </form>
  );
}

interface AmendTableProps {
  readonly view: BudgetView;
  readonly typed: Readonly<Record<string, string>>;
  readonly onChange: (typed: Readonly<Record<string, string>>) => void;
}

function AmendTable({ view, typed, onChange }: AmendTableProps): ReactNode {
  const { t } = useTranslation();
  const labelOf = useLineLabel(view.current);
  const lines = (view.current?.lines ?? []).filter(({ isTransfer }) => !isTransfer);
  return (
    <FundTable
      label={t('budgets.amend')}
      columns={[
        { label: t('budgets.line') },
        { label: t('budgets.part') },
        { label: t('budgets.budget'), isFigure: true },
        { label: t('budgets.newAmount') },
      ]}
      none={t('budgets.noDraft')}
      rows={lines.map((line) => {
        const key = keyOfLine(line);
        return (
          <tr key={key}>
            <th scope="row">{labelOf(key)}</th>
            <td>{t(`budgets.parts.${line.part}`)}</td>
            <td className="figure-cell">
              <Money yuan={line.amount} />
            </td>
            <td>
              <Input
                className="amount-input pay-amount"
                name={`amend-${key}`}
                aria-label={`${t('budgets.newAmount')} ${labelOf(key)} ${t(`budgets.parts.${line.part}`)}`}
                autoComplete="off"
                maxLength={40}
                value={typed[key] ?? ''}
                onChange={(event) => onChange({ ...typed, [key]: event.target.value })}
              />
            </td>
          </tr>
        );
      })}
    />
  );
}
