import type { ReportTable } from '#application/exports/report';
import { heightOf, INK, type Pen } from '#files/pdf/pen';
import { drawTable } from '#files/pdf/table';

const NONE = '无。';

/**
 * A table with its title; what has no rows says so.
 * @param tail points that stand below the table on the page of its last rows
 */
export function drawSection(pen: Pen, table: ReportTable, tail = 0): void {
  pen.y += 12;
  // A heading never stands alone at the foot of a page.
  pen.need(heightOf(11) + 60);
  pen.paragraph(table.title, 11);
  pen.y += 3;
  if (table.rows.length === 0) pen.paragraph(NONE, 8, { color: INK.soft });
  else drawTable(pen, table, tail);
}
