import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceVersion } from '#console/api/version-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { standingOf } from '#console/rooms/versions/steps.ts';

const TONES = {
  now: 'good',
  in_force: 'warn',
  draft: 'warn',
  checked: 'warn',
  approved: 'warn',
  superseded: 'plain',
  withdrawn: 'plain',
} as const;

/** How a version stands today, as a mark. */
export function VersionStanding({ version }: { readonly version: PlaceVersion }): ReactNode {
  const { t } = useTranslation();
  const standing = standingOf(version);
  return <Mark tone={TONES[standing]}>{t(`versions.states.${standing}`)}</Mark>;
}
