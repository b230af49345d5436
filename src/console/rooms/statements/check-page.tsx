import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCheckStatementFile, type StatementFileCheck } from '#console/api/statement-queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { BytesField, type EncodedFile } from '#console/rooms/reconciliations/bytes-field.tsx';
import { StatementsFrame } from '#console/rooms/statements/statements-frame.tsx';

/** Whether a statement that somebody published adds up: a file is read, checked and forgotten. */
export function CheckPage(): ReactNode {
  const { t } = useTranslation();
  const [file, setFile] = useState<EncodedFile>();
  const check = useCheckStatementFile();
  const choose = (chosen: EncodedFile | undefined): void => {
    setFile(chosen);
    check.reset();
  };
  return (
    <StatementsFrame part="check">
      <form
        aria-label={t('statements.parts.check')}
        className="fund-form screen-only"
        onSubmit={(event) => {
          event.preventDefault();
          if (file !== undefined) check.mutate({ fileName: file.name, content: file.content });
        }}
      >
        <BytesField
          label={t('statements.check.file')}
          hint={t('statements.check.hint')}
          accept=".xlsx,.csv"
          onRead={choose}
        />
        <Button type="primary" htmlType="submit" disabled={file === undefined} loading={check.isPending}>
          {t('statements.check.submit')}
        </Button>
      </form>
      <div aria-live="polite">
        {check.isError ? <ProblemPanel error={check.error} /> : null}
        {check.isSuccess ? <Checked checks={check.data.checks} /> : null}
      </div>
    </StatementsFrame>
  );
}

/** What does not hold first, each by form, line and column; then how many of the rest do. */
function Checked({ checks }: { readonly checks: readonly StatementFileCheck[] }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const broken = checks.filter(({ status }) => status === 'broken');
  const count = (...statuses: readonly StatementFileCheck['status'][]): number =>
    checks.filter(({ status }) => statuses.includes(status)).length;
  return (
    <>
      <p>
        {t('statements.check.count', {
          broken: broken.length,
          held: count('exact', 'within_rounding'),
          open: count('not_checked'),
        })}
      </p>
      <FundTable
        label={t('statements.check.broken')}
        none={t('statements.check.none')}
        columns={[
          { label: t('statements.check.form') },
          { label: t('statements.check.line') },
          { label: t('statements.check.column') },
          { label: t('statements.check.difference'), isFigure: true },
        ]}
        rows={broken.map(({ form, formName, line, name, column, difference }) => (
          <tr key={`${form} ${line} ${column} ${name.en}`} data-broken={line}>
            <th scope="row">{pick(formName)}</th>
            <td>{pick(name)}</td>
            <td>{column}</td>
            <td className="figure-cell">{difference}</td>
          </tr>
        ))}
      />
    </>
  );
}
