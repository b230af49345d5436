import { useTranslation } from 'react-i18next';
import type { YearLine } from '#console/api/year-queries.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { zh } from '#console/i18n/zh.ts';

/** Names a line of a proposal: its kind, and the stage or bearer where it has one. */
export function useLineName(): (line: Pick<YearLine, 'id' | 'kind'>) => string {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return ({ id, kind }) => {
    const name = Object.hasOwn(zh.years.lineKinds, kind) ? t(`years.lineKinds.${kind as 'levy'}`) : kind;
    const detail = id.split('/')[1] ?? '';
    if (kind === 'allocation') return `${name} · ${labelOf('stages', detail)}`;
    if (kind === 'burden' || kind === 'treasury') return `${name} · ${labelOf('bearers', detail)}`;
    return name;
  };
}

/** The run's explained figure behind a line; undefined for lines that sum up several. */
export function figureOfLine({ id, kind }: Pick<YearLine, 'id' | 'kind'>): string | undefined {
  if (kind === 'levy') return id;
  if (kind === 'allocation' || kind === 'burden')
    return kind === 'burden' ? id : id.slice('allocation/'.length);
  return undefined;
}
