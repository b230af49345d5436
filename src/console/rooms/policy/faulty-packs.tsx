import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { packsQuery } from '#console/api/queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

/** Names the packs that cannot be used, with what is wrong with each and what to do. */
export function FaultyPacks(): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { data } = useQuery(packsQuery);
  return data?.faulty.map((pack) => (
    <Alert
      key={pack.id}
      type="error"
      showIcon
      title={t('policy.faulty', { id: pack.id })}
      description={
        <ul>
          {pack.refusals.map((refusal) => (
            <li key={`${refusal.code} ${refusal.at}`}>
              <code>{refusal.at}</code> {pick(refusal.what)} — {pick(refusal.next)}
            </li>
          ))}
        </ul>
      }
    />
  ));
}
