import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How many lines about persons and employers other departments see and this list leaves out; totals hold them. */
export function WithheldNote({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation();
  return count === 0 ? null : <p className="note">{t('books.withheld', { count })}</p>;
}
