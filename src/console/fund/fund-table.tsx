import type { ReactNode } from 'react';

export interface FundColumn {
  readonly label: string;
  readonly isFigure?: boolean;
}

interface FundTableProps {
  /** What the table shows, for those who cannot see where it stands. */
  readonly label: string;
  readonly columns: readonly FundColumn[];
  /** Said in place of an empty table, with what to do next. */
  readonly none: string;
  readonly rows: readonly ReactNode[];
  /** Rows of totals. */
  readonly foot?: ReactNode;
  readonly className?: string;
}

/** A table of the fund: it scrolls by itself, its heads stay, and figures stand right. */
export function FundTable({ label, columns, none, rows, foot, className = '' }: FundTableProps): ReactNode {
  if (rows.length === 0) return <p className="office-none">{none}</p>;
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className={`fund-table ${className}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.isFigure === true ? 'figure-cell' : ''}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
        {foot === undefined ? null : <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}
