import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { TextField } from '#console/form/text-field.tsx';

interface DecisionFormProps {
  readonly label: string;
  readonly text?: string;
  readonly accept: string;
  readonly refuse: string;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly action: { readonly isPending: boolean; readonly isError: boolean; readonly error: Error | null };
  readonly onAccept: () => void;
  /** Takes a reason. */
  readonly onRefuse: () => void;
}

/** A second person's decision: yes, or no with a reason. */
export function DecisionForm(props: DecisionFormProps): ReactNode {
  const { label, text, accept, refuse, reason, onReason, action, onAccept, onRefuse } = props;
  const { t } = useTranslation();
  return (
    <div className="review" role="group" aria-label={label}>
      {text === undefined ? null : <p className="note">{text}</p>}
      <TextField
        label={t('years.note')}
        name="decision-reason"
        value={reason}
        maxLength={2000}
        onChange={onReason}
      />
      <span className="row-actions">
        <Button type="primary" loading={action.isPending} onClick={onAccept}>
          {accept}
        </Button>
        <Button disabled={reason.trim() === '' || action.isPending} onClick={onRefuse}>
          {refuse}
        </Button>
      </span>
      <ActionProblem of={action} />
    </div>
  );
}
