import type { ReactNode } from 'react';

interface OfficeTableProps {
  readonly columns: readonly string[];
  /** Said in place of an empty table. */
  readonly none: string;
  readonly rows: readonly ReactNode[];
  readonly className?: string;
}

/** A table of the office: its rows, or a word that there are none. */
export function OfficeTable({ columns, none, rows, className = '' }: OfficeTableProps): ReactNode {
  if (rows.length === 0) return <p className="office-none">{none}</p>;
  return (
    <div className="table-scroll" role="region" aria-labelledby="office-title" tabIndex={0}>
      <table className={`office ${className}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </div>
  );
}
