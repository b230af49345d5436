import { useRouter } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '#console/api/problem-error.ts';
import { LOCALES, useLanguage } from '#console/i18n/language.ts';
import type { Bilingual } from '#kernel/bilingual';

interface ProblemPanelProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Shows problem details in both languages: what is wrong, where, and what to do next. */
export function ProblemPanel({ error, onRetry }: ProblemPanelProps): ReactNode {
  const { t } = useTranslation();
  const problem = problemOf(error);
  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      title={`${t('states.refused')}${problem.status === 0 ? '' : ` (${problem.status})`}`}
      description={
        <>
          {problem.refusals.length === 0 ? <p>{problem.title}</p> : null}
          {problem.refusals.map((refusal) => (
            <div key={`${refusal.code} ${refusal.at}`} className="refusal">
              <InBoth what={refusal.what} next={refusal.next} />
              <p className="note">
                {t('states.at')} <code>{refusal.at}</code> · {t('states.code')} <code>{refusal.code}</code>
              </p>
            </div>
          ))}
          {onRetry === undefined ? null : <Button onClick={onRetry}>{t('states.retry')}</Button>}
        </>
      }
    />
  );
}

/** A page that could not be read at all; trying again reads it anew. */
export function RouteProblem({ error }: { readonly error: unknown }): ReactNode {
  const router = useRouter();
  return <ProblemPanel error={error} onRetry={() => void router.invalidate()} />;
}

/** The reader's language first, the other one under it. */
function InBoth({ what, next }: { readonly what: Bilingual; readonly next: Bilingual }): ReactNode {
  const { language } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <>
      <p>
        <strong>{what[language]}</strong>
        {language === 'zh' ? '。' : '. '}
        {next[language]}
      </p>
      <p lang={LOCALES[other]} className="note">
        {what[other]}
        {other === 'zh' ? '。' : '. '}
        {next[other]}
      </p>
    </>
  );
}
