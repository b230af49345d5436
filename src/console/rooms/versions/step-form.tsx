import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StepField } from '#console/rooms/versions/step-field.tsx';
import type { StepKind } from '#console/rooms/versions/steps.ts';

/** What the acting person states. */
export interface StepFields {
  readonly note: string;
  readonly from?: string;
}

interface StepFormProps {
  readonly step: StepKind;
  /** Which day the step needs, if any. */
  readonly day: 'starts' | 'ends' | undefined;
  readonly isPending: boolean;
  readonly onConfirm: (fields: StepFields) => void;
  readonly onCancel: () => void;
}

/** Document number or reason, and the effective day of a step. Who takes it is who is signed in. */
export function StepForm({ step, day, isPending, onConfirm, onCancel }: StepFormProps): ReactNode {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [from, setFrom] = useState('');
  const isReady = day === undefined || from !== '';
  const stated = { note: note.trim(), ...(day === undefined ? {} : { from }) };
  return (
    <form
      className="step-form"
      aria-label={t(`versions.steps.${step}`)}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onConfirm(stated);
      }}
    >
      <p className="note">{t(`versions.stepHints.${step}`)}</p>
      <div className="step-fields">
        <StepField
          label={t('versions.form.note')}
          name="note"
          value={note}
          onChange={setNote}
          maxLength={2000}
        />
        {day === undefined ? null : (
          <StepField
            label={t(`versions.form.${day}`)}
            name="from"
            value={from}
            onChange={setFrom}
            hint={day === 'ends' ? t('versions.form.endsHint') : undefined}
          />
        )}
        <div className="step-actions">
          <Button htmlType="submit" type="primary" loading={isPending} disabled={!isReady}>
            {t('versions.form.confirm', { step: t(`versions.steps.${step}`) })}
          </Button>
          <Button onClick={onCancel}>{t('versions.form.cancel')}</Button>
        </div>
      </div>
    </form>
  );
}
