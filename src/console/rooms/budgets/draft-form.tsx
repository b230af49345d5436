import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftBudget, type DraftForm } from '#console/api/budget-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { AmountField } from '#console/rooms/books/amount-field.tsx';
import { DraftDrivers } from '#console/rooms/budgets/draft-drivers.tsx';
import { DraftLines } from '#console/rooms/budgets/draft-lines.tsx';
import { draftOf, EMPTY_DRAFT, withZeros, type DraftState } from '#console/rooms/budgets/draft-state.ts';
import { MONTHS } from '#console/rooms/budgets/months.ts';

interface DraftFormViewProps {
  readonly roundId: string;
  readonly form: DraftForm;
  readonly insuranceType: 'employee' | 'resident';
  readonly onClose: () => void;
}

/** The draft of one budget: balances, drivers and lines, each with its source. */
export function DraftFormView({ roundId, form, insuranceType, onClose }: DraftFormViewProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraftBudget(roundId);
  const [state, setState] = useState<DraftState>(EMPTY_DRAFT);
  const change = (changed: Partial<DraftState>): void => setState({ ...state, ...changed });
  return (
    <form
      aria-label={t('budgets.save')}
      onSubmit={(event) => {
        event.preventDefault();
        draft.mutate(draftOf(state, form, insuranceType), {
          onSuccess: ({ budget }) =>
            void navigate({ to: '/fund/budgets/$budgetId', params: { budgetId: budget } }),
        });
      }}
    >
      <HeadFields form={form} state={state} change={change} />
      {form.drivers.length === 0 ? null : (
        <DraftDrivers form={form} state={state} onChange={(drivers) => change({ drivers })} />
      )}
      <p>
        <Button autoInsertSpace={false} onClick={() => setState(withZeros(state, form))}>
          {t('budgets.zeroRest')}
        </Button>
      </p>
      <DraftLines form={form} state={state} onChange={(lines) => change({ lines })} />
      <FormActions submit={t('budgets.save')} isReady action={draft} onCancel={onClose} />
    </form>
  );
}

interface HeadFieldsProps {
  readonly form: DraftForm;
  readonly state: DraftState;
  readonly change: (changed: Partial<DraftState>) => void;
}

function HeadFields({ form, state, change }: HeadFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const hasPast = form.lines.some(({ method }) => method === 'carried');
  const months = MONTHS.map((month) => ({ value: month, label: t('budgets.monthNumber', { month }) }));
  return (
    <div className="fields">
      <TextField
        label={t('budgets.commonSource')}
        name="common-source"
        value={state.commonSource}
        maxLength={2000}
        hint={t('budgets.commonSourceHint')}
        onChange={(commonSource) => change({ commonSource })}
      />
      {form.parts.map(({ part, label }) => (
        <AmountField
          key={part}
          label={t('budgets.opening', { part: pick(label) })}
          name={`opening-${part}`}
          value={state.opening[part] ?? ''}
          onChange={(amount) => change({ opening: { ...state.opening, [part]: amount } })}
        />
      ))}
      {hasPast ? (
        <>
          <ChoiceField
            label={t('budgets.months')}
            value={state.months}
            options={months}
            onChange={(chosen) => change({ months: chosen ?? '12' })}
          />
          <div className="field">
            <Checkbox
              checked={state.fromLedger !== undefined}
              onChange={({ target }) => change({ fromLedger: target.checked ? '12' : undefined })}
            >
              {t('budgets.fromLedger')}
            </Checkbox>
            <span className="note">{t('budgets.fromLedgerHint')}</span>
            {state.fromLedger === undefined ? null : (
              <ChoiceField
                label={t('budgets.throughMonth')}
                value={state.fromLedger}
                options={months}
                onChange={(fromLedger) => change({ fromLedger })}
              />
            )}
          </div>
        </>
      ) : null}
    </div>
  );
}
