import type { UseMutationResult } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { TextField } from '#console/form/text-field.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly action: UseMutationResult<null, Error, { readonly id: string; readonly reason: string }>;
  /** What it is about; closed without one. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** Asks for the reason of something that cannot be undone, and does it. */
export function ReasonDialog({ title, text, confirm, action, id, onClose }: ReasonDialogProps): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const close = (): void => {
    setReason('');
    action.reset();
    onClose();
  };
  const isReady = reason.trim() !== '' && id !== undefined;
  return (
    <Modal
      open={id !== undefined}
      title={title}
      okText={confirm}
      okButtonProps={{ disabled: !isReady, danger: true }}
      cancelText={t('office.cancel')}
      confirmLoading={action.isPending}
      onCancel={close}
      onOk={() => {
        if (isReady) action.mutate({ id, reason: reason.trim() }, { onSuccess: close });
      }}
      destroyOnHidden
    >
      <div className="fields-column">
        <p>{text}</p>
        <TextField
          label={t('office.reason')}
          name="reason"
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          autoFocus
        />
        <ActionProblem of={action} />
      </div>
    </Modal>
  );
}
