import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEvaluateBudget, type RoundView } from '#console/api/budget-queries.ts';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { BLANK, OWN_PLAN, RESULT, ScoreTable, type Scored } from '#console/fund/score-table.tsx';

interface EvaluateFormProps {
  readonly budgetId: string;
  /** The pack's own indicators; with none the form asks for the plan as well. */
  readonly planned: RoundView['indicators'];
  readonly onClose: () => void;
}

/** Scores a year by its indicators, each on its evidence, and says what the result is used for. */
export function EvaluateForm({ budgetId, planned, onClose }: EvaluateFormProps): ReactNode {
  const { t } = useTranslation();
  const evaluate = useEvaluateBudget(budgetId);
  const isOwnPlan = planned.length === 0;
  const [rows, setRows] = useState<readonly Scored[]>(
    isOwnPlan
      ? [BLANK]
      : planned.map(({ id, name, points }) => ({ ...BLANK, id, zh: name.zh, en: name.en, points })),
  );
  const [use, setUse] = useState('');
  const [reason, setReason] = useState('');
  const isReady =
    use.trim() !== '' &&
    reason.trim() !== '' &&
    rows.every(({ id, score, evidence }) => [id, score, evidence].every((text) => text.trim() !== ''));
  const submit = (): void => {
    if (!isReady) return;
    const scores = rows.map(({ id, score, evidence }) => ({
      indicator: id.trim(),
      score: score.trim(),
      evidence: evidence.trim(),
    }));
    const indicators = rows.map(({ id, zh, en, points }) => {
      return { id: id.trim(), name: { zh: zh.trim(), en: en.trim() }, points: points.trim() };
    });
    const plan = isOwnPlan ? { indicators } : {};
    evaluate.mutate({ reason: reason.trim(), use: use.trim(), scores, ...plan }, { onSuccess: onClose });
  };
  return (
    <form
      className="card"
      aria-label={t('budgets.evaluate')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="note">
        {t('budgets.evaluateText')} {t(isOwnPlan ? 'budgets.indicatorsOwn' : 'budgets.indicatorsFromPack')}
      </p>
      <ScoreTable
        label={t('budgets.evaluate')}
        rows={rows}
        asked={isOwnPlan ? OWN_PLAN : RESULT}
        onChange={setRows}
      />
      {isOwnPlan ? (
        <p>
          <Button onClick={() => setRows([...rows, BLANK])}>{t('budgets.addIndicator')}</Button>
        </p>
      ) : null}
      <div className="fields">
        <TextField label={t('budgets.use')} name="use" value={use} onChange={setUse} maxLength={2000} />
        <TextField
          label={t('budgets.note')}
          name="evaluate-reason"
          value={reason}
          onChange={setReason}
          maxLength={2000}
        />
      </div>
      <FormActions submit={t('budgets.evaluate')} isReady={isReady} action={evaluate} onCancel={onClose} />
    </form>
  );
}
