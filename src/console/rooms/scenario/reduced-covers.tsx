import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import { useFigureScope } from '#console/explanation/figure-scope.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import type { ScenarioComparisonBody } from '#contract/scenarios';
import { fenOf } from '#kernel/fen';

interface ReducedCoversProps {
  readonly comparison: ScenarioComparisonBody;
}

/** The one given figure that a scenario does not take as it was given: a cover above the deficit that is left. */
export function ReducedCovers({ comparison }: ReducedCoversProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { unit } = useUnit();
  const { poolNames } = useFigureScope();
  const { reducedCovers } = comparison;
  if (reducedCovers.length === 0) return null;
  const nameOf = (pool: string): string => {
    const name = poolNames.get(pool);
    return name === undefined ? pool : pick(name);
  };
  const lines = reducedCovers.map(({ pool, given, credited }) =>
    t('scenario.reducedCover', {
      pool: nameOf(pool),
      given: formatAmount(fenOf(given), unit),
      credited: formatAmount(fenOf(credited), unit),
      unit: t(`units.${unit}`),
    }),
  );
  return <Alert type="warning" showIcon title={`${t('scenario.reducedCovers')} ${lines.join('；')}`} />;
}
