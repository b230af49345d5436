import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftBudget, type DraftForm } from '#console/api/budget-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { DraftDrivers } from '#console/rooms/budgets/draft-drivers.tsx';
import { DraftLines } from '#console/rooms/budgets/draft-lines.tsx';
import { faultsOf, NO_FAULTS } from '#console/rooms/budgets/draft-faults.ts';
import {
  differsFromBooks,
  draftOf,
  startOf,
  withZeros,
  type DraftState,
} from '#console/rooms/budgets/draft-state.ts';
import { OpeningField } from '#console/rooms/budgets/opening-field.tsx';
import { MONTHS } from '#console/rooms/budgets/months.ts';
import type { InsuranceType } from '#kernel/insurance-type';

interface DraftFormViewProps {
  readonly roundId: string;
  readonly form: DraftForm;
  readonly insuranceType: InsuranceType;
  readonly onClose: () => void;
}

/** The draft of one budget: balances, drivers and lines, each with its source. */
export function DraftFormView({ roundId, form, insuranceType, onClose }: DraftFormViewProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const navigate = useNavigate();
  const draft = useDraftBudget(roundId);
  const [state, setState] = useState<DraftState>(() => startOf(form));
  const { at: faults, rest } = draft.isError
    ? faultsOf(draft.error, form, (code) => t(`budgets.faults.${code}`), pick)
    : NO_FAULTS;
  const change = (changed: Partial<DraftState>): void => setState({ ...state, ...changed });
  return (
    <form
      className="draft-form"
      aria-label={t('budgets.save')}
      onSubmit={(event) => {
        event.preventDefault();
        draft.mutate(draftOf(state, form, insuranceType, t('budgets.heldSource')), {
          onSuccess: ({ budget }) =>
            void navigate({ to: '/fund/budgets/$budgetId', params: { budgetId: budget } }),
        });
      }}
    >
      <HeadFields form={form} state={state} faults={faults} change={change} />
      {form.drivers.length === 0 ? null : (
        <DraftDrivers form={form} state={state} faults={faults} onChange={(drivers) => change({ drivers })} />
      )}
      <p>
        <Button onClick={() => setState(withZeros(state, form))}>{t('budgets.zeroRest')}</Button>
      </p>
      <DraftLines form={form} state={state} faults={faults} onChange={(lines) => change({ lines })} />
      <div>
        {faults.size === 0 ? null : (
          <p className="fault" role="alert">
            {t('budgets.placed', { count: faults.size })}
          </p>
        )}
        <FormActions
          submit={t('budgets.save')}
          isReady
          action={{ isPending: draft.isPending, isError: rest !== null, error: rest }}
          onCancel={onClose}
        />
      </div>
    </form>
  );
}

interface HeadFieldsProps {
  readonly form: DraftForm;
  readonly state: DraftState;
  readonly faults: ReadonlyMap<string, string>;
  readonly change: (changed: Partial<DraftState>) => void;
}

function HeadFields({ form, state, faults, change }: HeadFieldsProps): ReactNode {
  const { t } = useTranslation();
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
      {form.parts.map((one) => (
        <OpeningField
          key={one.part}
          part={one}
          value={state.opening[one.part] ?? ''}
          fault={faults.get(`opening/${one.part}`)}
          onChange={(amount) => change({ opening: { ...state.opening, [one.part]: amount } })}
        />
      ))}
      {differsFromBooks(state, form) ? (
        <TextField
          label={t('budgets.openingReason')}
          name="opening-reason"
          value={state.openingReason}
          maxLength={2000}
          hint={t('budgets.openingReasonHint')}
          onChange={(openingReason) => change({ openingReason })}
        />
      ) : null}
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
