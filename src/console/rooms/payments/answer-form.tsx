import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportAnswer } from '#console/api/payment-queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { FileField, type ReadFile } from '#console/fund/file-field.tsx';

/** Takes in the bank's answer to a run; taken in again, nothing changes. */
export function AnswerForm({ run }: { readonly run: string }): ReactNode {
  const { t } = useTranslation();
  const take = useImportAnswer();
  const [file, setFile] = useState<ReadFile | undefined>();
  return (
    <form
      className="card screen-only"
      aria-label={t('payments.runs.answer')}
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== undefined) take.mutate({ run, fileName: file.name, text: file.text });
      }}
    >
      <div className="fields">
        <FileField
          label={t('payments.runs.answer')}
          hint={t('payments.runs.answerHint')}
          onRead={(read) => {
            setFile(read);
            take.reset();
          }}
        />
      </div>
      <div className="form-actions">
        <Button htmlType="submit" type="primary" loading={take.isPending} disabled={file === undefined}>
          {t('payments.runs.takeIn')}
        </Button>
      </div>
      <div aria-live="polite">
        {take.isError ? <ProblemPanel error={take.error} /> : null}
        {take.data === undefined ? null : (
          <p className="done">{t('payments.runs.takenIn', { ...take.data })}</p>
        )}
      </div>
    </form>
  );
}
