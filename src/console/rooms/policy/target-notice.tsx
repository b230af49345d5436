import { Alert } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Says so when the address points at a clause that neither the pack nor its parents have. */
export function TargetNotice({ anchor }: { readonly anchor: string }): ReactNode {
  const { t } = useTranslation();
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => setIsMissing(anchor !== '' && document.getElementById(anchor) === null), [anchor]);
  return isMissing ? <Alert type="warning" showIcon title={t('policy.notFound', { id: anchor })} /> : null;
}
