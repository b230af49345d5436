import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '#console/app/action-problem.tsx';

interface FormActionsProps {
  readonly submit: string;
  readonly isReady: boolean;
  readonly action: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown };
  readonly onCancel: () => void;
  /** What the second button says when there is nothing left to cancel. */
  readonly leave?: string;
  readonly isDanger?: boolean;
}

/** The end of a form: its button, the way out, and what was refused. */
export function FormActions(props: FormActionsProps): ReactNode {
  const { submit, isReady, action, onCancel, leave, isDanger = false } = props;
  const { t } = useTranslation();
  return (
    <>
      <div className="form-actions">
        <Button
          htmlType="submit"
          type="primary"
          danger={isDanger}
          loading={action.isPending}
          disabled={!isReady}
        >
          {submit}
        </Button>
        <Button onClick={onCancel}>{leave ?? t('office.cancel')}</Button>
      </div>
      <ActionProblem of={action} />
    </>
  );
}
