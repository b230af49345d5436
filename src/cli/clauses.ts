import { Type } from 'typebox';
import { clauseReport } from '#application/clauses/clause-report';
import { loadAllPacks } from '#application/clauses/load-all-packs';
import { renderClauseTable } from '#application/rendering/clause-table';
import { missingFile, refused, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { checkShape } from '#contract/check-shape';
import { readJsonText } from '#contract/json-text';

export interface ClausesOptions {
  readonly pack?: string;
  readonly json?: boolean;
}

const INDEX = 'clause-tests.json';
const indexSchema = Type.Record(Type.String(), Type.Array(Type.String()));

/** `tongchou clauses`: how far each clause of the packs works, where it lives and which tests show it. */
export async function runClauses(services: CliServices, options: ClausesOptions): Promise<ExitStatus> {
  const { terminal } = services;
  const packs = await loadAllPacks(services, options.pack);
  if (!packs.allowed) return refused(terminal, packs.refusals);
  const text = await services.readReference(INDEX);
  if (text === undefined) return refused(terminal, [missingFile(`docs/reference/${INDEX}`)]);
  const json = readJsonText(text.file, text.text);
  if (!json.allowed) return refused(terminal, json.refusals);
  const index = checkShape(indexSchema, json.value);
  if (!index.allowed) return refused(terminal, index.refusals);

  const report = clauseReport(packs.value, index.value, options.pack);
  terminal.out(`${options.json === true ? JSON.stringify(report, null, 2) : renderClauseTable(report)}\n`);
  return 0;
}
