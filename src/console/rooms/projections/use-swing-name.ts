import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Course, Swing } from '#console/api/fund-projection-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

/** Names a driver, with the pool where it is that pool's own. */
export function useSwingName({ firstYears }: Course): (swing: Swing) => string {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return useCallback(
    ({ label, pool }) => {
      const found = firstYears.pools.find(({ id }) => id === pool);
      if (pool === null) return pick(label);
      const name = found === undefined ? pool : pick(found.name);
      return t('fundProjections.tornado.ofPool', { driver: pick(label), pool: name });
    },
    [firstYears, pick, t],
  );
}
