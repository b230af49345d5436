import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '#console/app/mark.tsx';

/** The assumed values that a figure uses, by name. */
export function AssumptionTags({ names }: { readonly names: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return (
    <p>
      {t('assumptions.used')}{' '}
      {names.map((name) => (
        <Mark key={name} tone="warn">
          {name}
        </Mark>
      ))}
    </p>
  );
}
