import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The assumed values that a figure uses, by name. */
export function AssumptionTags({ names }: { readonly names: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return (
    <p>
      {t('assumptions.used')}{' '}
      {names.map((name) => (
        <Tag key={name} color="orange">
          {name}
        </Tag>
      ))}
    </p>
  );
}
