import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#console/i18n/language.ts';
import type { RunViewBody } from '#contract/runs';

/** What must be known before any figure is read: a draft policy, and figures that are not real. */
export function RunNotices({ view }: { readonly view: RunViewBody }): ReactNode {
  const { t } = useTranslation();
  const { pickLine } = useLanguage();
  return (
    <div className="notices">
      {view.status === 'draft' ? (
        <Alert type="error" showIcon title={t('notices.draft')} description={t('notices.draftText')} />
      ) : null}
      <Alert
        type="warning"
        showIcon
        title={
          <>
            <strong>{t('notices.data')}</strong> {pickLine(view.run.dataNote)}
          </>
        }
      />
    </div>
  );
}
