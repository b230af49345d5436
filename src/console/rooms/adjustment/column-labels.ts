import { useTranslation } from 'react-i18next';
import { useCodeLabel } from '#console/i18n/labels.ts';
import type { ColumnGroup, ColumnName, PoolColumn } from '#console/rooms/adjustment/pool-columns.ts';

interface ColumnLabels {
  readonly group: (group: ColumnGroup) => string;
  /** The column's own heading, under that of its group. */
  readonly short: (column: PoolColumn) => string;
  /** Heading and group in one, for where the table's head is out of sight. */
  readonly full: (column: PoolColumn) => string;
}

export function useColumnLabels(): ColumnLabels {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const group = (of: ColumnGroup): string => t(`table.${of}`);
  const short = ({ name }: { readonly name: ColumnName }): string => {
    switch (name.kind) {
      case 'stage':
        return labelOf('stages', name.code);
      case 'bearer':
        return labelOf('bearers', name.code);
      default:
        return t(`table.${name.kind}`);
    }
  };
  const full = (column: PoolColumn): string =>
    column.name.kind === 'levy' ? short(column) : `${group(column.group)} ${short(column)}`;
  return { group, short, full };
}
