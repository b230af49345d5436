import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDecimal } from '#kernel/decimal-text';

interface DifferenceProps {
  /** The exact difference, as the contract writes it; null where there is none. */
  readonly exact: string | null;
  /** Writes its magnitude, without a sign. */
  readonly write: (magnitude: string) => string;
}

/** A difference: told by arrow and sign, in a colour besides, and in words for those who do not see them. */
export function Difference({ exact, write }: DifferenceProps): ReactNode {
  const { t } = useTranslation();
  if (exact === null) return <span aria-hidden>—</span>;
  const sign = signOf(exact);
  if (sign === 0) {
    return (
      <span className="difference-same">
        <span className="visually-hidden">{t('scenario.same')} </span>
        {write(exact)}
      </span>
    );
  }
  const magnitude = write(exact.replace(/^-/, ''));
  return sign > 0 ? (
    <span className="difference-more">
      <span aria-hidden>▲ +</span>
      <span className="visually-hidden">{t('scenario.increase')} </span>
      {magnitude}
    </span>
  ) : (
    <span className="difference-less">
      <span aria-hidden>▼ −</span>
      <span className="visually-hidden">{t('scenario.decrease')} </span>
      {magnitude}
    </span>
  );
}

const MAX_DECIMALS = 6;

function signOf(exact: string): number {
  const decimal = parseDecimal(exact, MAX_DECIMALS);
  if (typeof decimal === 'string' || decimal.coefficient === 0n) return 0;
  return decimal.coefficient > 0n ? 1 : -1;
}
