import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** There is no such figure: a dash to the eye, words to a screen reader, and never a zero. */
export function Absent(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden>—</span>
      <span className="visually-hidden">{t('table.none')}</span>
    </>
  );
}
