import { drawAsOf } from '#application/statement/draw-statement';
import { unknownStatement } from '#application/statement/refusals';
import type { StatementServices } from '#application/statement/services';
import { readStatement, statementContent } from '#application/statement/statement-content';
import type { Scope } from '#domain/identity/account';
import { planStatements } from '#domain/statement/plan-forms';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { packFromArtefact } from '#rules/pack/load-pack';

/** The result of drawing a kept statement again from the ledger as of then. */
export interface Redraw {
  readonly id: string;
  readonly storedHash: string;
  readonly redrawnHash: string;
  /** Whether the result is equal to the byte, and the kept bytes still have the kept hash. */
  readonly isSame: boolean;
}

/** Draws a kept statement again: the same members, the forms of the stored pack, entries up to the same event. */
export async function redrawStatement(
  services: StatementServices,
  scope: Scope,
  id: string,
): Promise<Decision<Redraw>> {
  const { statementStore, packLifeStore, hash } = services;
  const kept = await statementStore.find(scope, id);
  if (kept === undefined) return refuse(unknownStatement(id));
  const artefact = present(await packLifeStore.findArtefact(kept.packHash), `the artefact ${kept.packHash}`);
  const plan = planStatements(packFromArtefact(artefact.text, hash));
  if (!plan.allowed) return plan;
  const drawn = await drawAsOf(services, scope, plan.value, readStatement(kept.content), kept.head);
  const redrawnHash = hash(statementContent(drawn));
  const isIntact = hash(kept.content) === kept.contentHash && plan.value.packHash === kept.packHash;
  return allow({
    id,
    storedHash: kept.contentHash,
    redrawnHash,
    isSame: isIntact && redrawnHash === kept.contentHash,
  });
}
