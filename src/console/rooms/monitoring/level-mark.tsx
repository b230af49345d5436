import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchedFigure } from '#console/api/monitoring-queries.ts';
import { Mark } from '#console/app/mark.tsx';

const TONES = { in_order: 'good', notice: 'plain', warning: 'warn' } as const;

/** How a figure stands to its line; nothing where there is no figure. */
export function LevelMark({ level }: Pick<WatchedFigure, 'level'>): ReactNode {
  const { t } = useTranslation();
  return level === null ? null : <Mark tone={TONES[level]}>{t(`monitoring.levels.${level}`)}</Mark>;
}
