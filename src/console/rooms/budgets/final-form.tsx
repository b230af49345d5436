import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  executionQuery,
  useDrawFinalAccount,
  type BudgetView,
  type ExecutedLine,
} from '#console/api/budget-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';

const LAST_MONTH = 12;

interface FinalFormProps {
  readonly view: BudgetView;
  readonly onClose: () => void;
}

/** The final account of a closed year: each line that differs from its budget says why. */
export function FinalForm({ view, onClose }: FinalFormProps): ReactNode {
  const { t } = useTranslation();
  const draw = useDrawFinalAccount(view.budget.id);
  const query = useQuery(executionQuery(view.budget.id, LAST_MONTH));
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const isReady = reason.trim() !== '';
  const explanations = Object.entries(typed)
    .filter(([, text]) => text.trim() !== '')
    .map(([key, text]) => [key, text.trim()] as const);
  return (
    <form
      className="card"
      aria-label={t('budgets.final')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        draw.mutate(
          { reason: reason.trim(), explanations: Object.fromEntries(explanations) },
          { onSuccess: onClose },
        );
      }}
    >
      <p className="note">{t('budgets.finalText')}</p>
      <QueryView query={query}>
        {({ lines }) => (
          <ExplainTable
            lines={lines.filter(({ budget, actual }) => budget !== actual)}
            typed={typed}
            onChange={setTyped}
          />
        )}
      </QueryView>
      <div className="fields">
        <TextField
          label={t('budgets.note')}
          name="final-reason"
          value={reason}
          onChange={setReason}
          maxLength={2000}
        />
      </div>
      <FormActions submit={t('budgets.final')} isReady={isReady} action={draw} onCancel={onClose} />
    </form>
  );
}

interface ExplainTableProps {
  readonly lines: readonly ExecutedLine[];
  readonly typed: Readonly<Record<string, string>>;
  readonly onChange: (typed: Readonly<Record<string, string>>) => void;
}

function ExplainTable({ lines, typed, onChange }: ExplainTableProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <FundTable
      label={t('budgets.final')}
      columns={[
        { label: t('budgets.line') },
        { label: t('budgets.part') },
        { label: t('budgets.budget'), isFigure: true },
        { label: t('budgets.actual'), isFigure: true },
        { label: t('budgets.explanation') },
      ]}
      none={t('budgets.noDraft')}
      rows={lines.map(({ line, part, label, budget, actual }) => {
        const key = `${line}/${part}`;
        return (
          <tr key={key}>
            <th scope="row">{pick(label)}</th>
            <td>{t(`budgets.parts.${part}`)}</td>
            <td className="figure-cell">{budget === null ? '—' : <Money yuan={budget} />}</td>
            <td className="figure-cell">
              <Money yuan={actual} />
            </td>
            <td>
              <Input
                name={`explanation-${key}`}
                aria-label={t('budgets.explanationOf', { line: pick(label) })}
                autoComplete="off"
                maxLength={2000}
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
