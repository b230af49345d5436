import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '#console/amounts/unit.ts';
import type { CellAt, StatementForm } from '#console/api/statement-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { fenOf } from '#kernel/fen';

type Line = StatementForm['lines'][number];
type Cell = Line['cells'][number];

interface FormTableProps {
  readonly form: StatementForm;
  readonly onOpen: (cell: CellAt) => void;
}

/** One form: lines by columns of periods, each with its parts; every figure opens. */
export function FormTable({ form, onOpen }: FormTableProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { columns, parts, lines, differences } = form;
  const hasParts = parts.length > 1;
  return (
    <>
      <div className="table-scroll" role="region" aria-labelledby={`form-${form.id}`} tabIndex={0}>
        <table className="fund-table statement">
          <thead>
            <tr>
              <th scope="col" rowSpan={hasParts ? 2 : 1}>
                {t('statements.row')}
              </th>
              <th scope="col" rowSpan={hasParts ? 2 : 1} className="line-head">
                {t('statements.line')}
              </th>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="colgroup"
                  colSpan={parts.length}
                  className="figure-cell"
                  title={`${column.from} – ${column.to}`}
                >
                  {pick(column.name)}
                </th>
              ))}
            </tr>
            {hasParts ? (
              <tr className="part-heads">
                {columns.flatMap((column) =>
                  parts.map((part) => (
                    <th key={`${column.id} ${part.id}`} scope="col" className="figure-cell">
                      {pick(part.name)}
                    </th>
                  )),
                )}
              </tr>
            ) : null}
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={line.id} form={form} line={line} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
      {differences.length === 0 ? null : (
        <details className="note">
          <summary>{t('statements.roundings', { count: differences.length })}</summary>
          <ul className="plain-list">
            {differences.map(({ line, column, part, over, amount }) => (
              <li key={`${line} ${column} ${part} ${over}`}>
                {nameOf(lines, line, pick)} · {nameOf(columns, column, pick)} · {nameOf(parts, part, pick)} ·{' '}
                {t(`statements.over.${over}`)} {amount}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type Named = { readonly id: string; readonly name: { readonly zh: string; readonly en: string } };

function nameOf(named: readonly Named[], id: string, pick: (name: Named['name']) => string): string {
  const found = named.find((one) => one.id === id);
  return found === undefined ? id : pick(found.name);
}

function LineRow({ form, line, onOpen }: FormTableProps & { readonly line: Line }): ReactNode {
  const { pick } = useLanguage();
  return (
    <tr className={line.kind === 'sum' ? 'sum' : ''}>
      <td>{line.row}</td>
      <th scope="row" className={`line-${line.kind}`}>
        {pick(line.name)}
      </th>
      {line.cells.map((cell) => (
        <td key={`${cell.column} ${cell.part}`} className="figure-cell">
          <Figure form={form} line={line} cell={cell} onOpen={onOpen} />
        </td>
      ))}
    </tr>
  );
}

interface FigureProps extends FormTableProps {
  readonly line: Line;
  readonly cell: Cell;
}

/** A figure that opens its entries; a dash where there were no books yet. */
function Figure({ form, line, cell, onOpen }: FigureProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { column, part, amount } = cell;
  if (amount === null) return <span title={t('statements.noBooksYet')}>—</span>;
  const figure = fenOf(amount);
  const text = formatAmount(figure, 'yuan');
  const name = [pick(line.name), nameOf(form.columns, column, pick), nameOf(form.parts, part, pick)].join(
    ' ',
  );
  return (
    <button
      type="button"
      className={`figure money ${figure === 0n ? 'money-nil' : ''} ${figure < 0n ? 'money-red' : ''}`}
      aria-label={`${name} ${text}`}
      aria-haspopup="dialog"
      data-cell={`${form.id}/${line.id}/${column}/${part}`}
      onClick={() => onOpen({ form: form.id, line: line.id, column, part })}
    >
      {text}
    </button>
  );
}
