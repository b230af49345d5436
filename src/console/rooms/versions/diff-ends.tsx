import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PackStatus } from '#console/app/pack-status.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import type { PackDiffBody } from '#contract/pack-diff';

type End = PackDiffBody['from'];

/** Which two contents are compared: place, status and hash. */
export function DiffEnds({ from, to }: { readonly from: End; readonly to: End }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <dl className="diff-ends">
      {[['from', from] as const, ['to', to] as const].map(([side, end]) => (
        <div key={side}>
          <dt>{t(`diff.${side}`)}</dt>
          <dd>
            <b>{pick(end.name)}</b> <PackStatus status={end.status} />{' '}
            <code className="hash">{end.hash}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
