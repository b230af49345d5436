import { useTranslation } from 'react-i18next';
import { zh } from '#console/i18n/zh.ts';

/** Groups of words of the ledger whose keys are codes of packs or of the contract. */
type FundGroup = Exclude<keyof (typeof zh)['fundCodes'], never>;

/** Names a code of the ledger; one that has no name yet is shown as it is, never hidden. */
export function useFundCode(): (group: FundGroup, code: string) => string {
  const { t } = useTranslation();
  return (group, code) => {
    if (!Object.hasOwn(zh.fundCodes[group], code)) return code;
    return t(`fundCodes.${group}.${code}` as 'fundCodes.funds.pooled');
  };
}
