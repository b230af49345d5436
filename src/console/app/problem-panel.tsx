import { useRouter } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '#console/api/problem-error.ts';
import { useLanguage } from '#console/i18n/language.ts';

interface ProblemPanelProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Shows problem details in the reader's language: what is wrong, what to do next; place and code for who reports it. */
export function ProblemPanel({ error, onRetry }: ProblemPanelProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useLanguage();
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
              <p>
                <strong>{refusal.what[language]}</strong>
                {language === 'zh' ? '。' : '. '}
                {refusal.next[language]}
              </p>
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
