import { checkStatementFile } from '#http/routes/statements/check-statement-file';
import { decideStatementRoute } from '#http/routes/statements/decide-statement';
import { drawStatementRoute } from '#http/routes/statements/draw-statement';
import { exportStatement } from '#http/routes/statements/export-statement';
import { findStatement } from '#http/routes/statements/find-statement';
import { listStatements } from '#http/routes/statements/list-statements';
import { openStatementCell } from '#http/routes/statements/open-statement-cell';
import { proposeStatementRoute } from '#http/routes/statements/propose-statement';
import { redrawStatementRoute } from '#http/routes/statements/redraw-statement';
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
