import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { LinesSection } from '#console/rooms/years/lines-section.tsx';
import { NoticesSection } from '#console/rooms/years/notices-section.tsx';

/** While a correction is under way, the version that binds: what it decided, what was paid of it, and its notices. */
export function InForceSection({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { inForce } = year;
  if (inForce === null) return null;
  const { version, phaseLabel } = inForce;
  const bound = { ...year, ...inForce };
  return (
    <div className="in-force">
      <LinesSection
        year={bound}
        title={t('years.inForce', { version, phase: pick(phaseLabel) })}
        text={t('years.inForceText')}
        isOfPage={false}
      />
      <NoticesSection year={bound} />
    </div>
  );
}
