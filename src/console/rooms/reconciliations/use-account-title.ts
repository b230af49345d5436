import { useTranslation } from 'react-i18next';
import type { OtherStatement } from '#console/api/reconciliation-queries.ts';
import { zh } from '#console/i18n/zh.ts';
import { usePoolName } from '#console/fund/use-pool-names.ts';

type AccountOf = Pick<OtherStatement, 'pool' | 'insuranceType' | 'account'>;

/** Names the account that is reconciled: the pool, the insurance type and the account. */
export function useAccountTitle(): (statement: AccountOf) => string {
  const { t } = useTranslation();
  const poolName = usePoolName();
  return ({ pool, insuranceType, account }) =>
    [
      poolName(pool),
      t(`schemes.${insuranceType}`),
      isNamed(account) ? t(`reconciliations.accounts.${account}`) : account,
    ].join(' · ');
}

/** An account that has no name yet is shown by its code, never hidden. */
function isNamed(account: string): account is keyof (typeof zh)['reconciliations']['accounts'] {
  return Object.hasOwn(zh.reconciliations.accounts, account);
}
