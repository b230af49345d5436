import { checkStatementFile } from '#http/routes/check-statement-file';
import { decideStatementRoute } from '#http/routes/decide-statement';
import { drawStatementRoute } from '#http/routes/draw-statement';
import { exportStatement } from '#http/routes/export-statement';
import { findStatement } from '#http/routes/find-statement';
import { listStatements } from '#http/routes/list-statements';
import { openStatementCell } from '#http/routes/open-statement-cell';
import { proposeStatementRoute } from '#http/routes/propose-statement';
import { redrawStatementRoute } from '#http/routes/redraw-statement';
import type { HttpApp, HttpServices } from '#http/services';

/** Statements of pools, funds and both levels: drawn, opened cell by cell, signed, kept and exported; and those of others checked. */
export const STATEMENT_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  listStatements,
  drawStatementRoute,
  openStatementCell,
  proposeStatementRoute,
  findStatement,
  decideStatementRoute,
  redrawStatementRoute,
  exportStatement,
  checkStatementFile,
];
