import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import { fenOf } from '#kernel/fen';

interface MoneyProps {
  /** An amount of the contract, in yuan. */
  readonly yuan: string;
  /** Nil amounts are left out of tables where most are nil. */
  readonly hidesNil?: boolean;
}

/** An amount in the chosen unit; the exact one in yuan stands in its title. Below zero it is in red, as in books. */
export function Money({ yuan, hidesNil = false }: MoneyProps): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const amount = fenOf(yuan);
  if (hidesNil && amount === 0n) return <span className="money money-nil">–</span>;
  return (
    <span
      className={amount < 0n ? 'money money-red' : 'money'}
      title={`${formatAmount(amount, 'yuan')} ${t('units.yuan')}`}
    >
      {formatAmount(amount, unit)}
    </span>
  );
}
