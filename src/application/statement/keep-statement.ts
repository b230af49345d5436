import { artefactOf } from '#application/packs/pack-artefact';
import type { KeptStatement } from '#application/ports/statement-store';
import { drawStatement } from '#application/statement/draw-statement';
import {
  correctionWrong,
  periodOpen,
  samePerson,
  statementChanged,
  statementDecided,
  statementFaulty,
  statementPublished,
  statementUnchanged,
  statementUndecided,
  unknownStatement,
} from '#application/statement/refusals';
import type { StatementAsked, StatementServices } from '#application/statement/services';
import { readStatement, statementContent } from '#application/statement/statement-content';
import type { Scope } from '#domain/identity/account';
import { allow, allowUnless, refuse, type Decision } from '#kernel/decision';

/** The reference of a correction to the version that it replaces. */
export interface Correction {
  /** Id of the published version in force. */
  readonly corrects: string;
  readonly reason: string;
}

/**
 * Draws up a statement of closed months and keeps it for another person to decide. Refuses a faulty statement, naming
 * the lines; a published version is replaced only by one that cites it and differs.
 */
export async function proposeStatement(
  services: StatementServices,
  scope: Scope,
  asked: StatementAsked & { readonly correction?: Correction },
  now: string,
): Promise<Decision<{ readonly id: string; readonly contentHash: string }>> {
  const { statementStore, packLifeStore, hash } = services;
  const drawing = await drawStatement(services, scope, asked);
  if (!drawing.allowed) return drawing;
  const { found, pack, drawn } = drawing.value;
  const { subject, period, open } = found;
  if (open.length > 0) return refuse(periodOpen(open));
  const faulty = drawn.checks.flatMap((check) =>
    check.failures.length === 0 ? [] : [statementFaulty(check)],
  );
  if (faulty.length > 0) return allowUnless(faulty, () => ({ id: '', contentHash: '' }));
  const key = {
    subjectKind: subject.kind,
    subject: subject.id,
    insuranceType: subject.insuranceType,
    period,
  } as const;
  const versions = await statementStore.list(scope, key);
  const inForce = versions.find(({ state }) => state === 'published');
  const correction = decideCorrection(inForce, asked.correction);
  if (!correction.allowed) return correction;
  if (inForce !== undefined && (await isSame(services, scope, inForce.id, drawn)))
    return refuse(statementUnchanged());
  const content = statementContent(drawn);
  const contentHash = hash(content);
  await packLifeStore.keepArtefact(artefactOf(pack));
  const kept = await statementStore.keep(
    scope,
    {
      ...key,
      place: subject.place,
      version: Math.max(0, ...versions.map(({ version }) => version)) + 1,
      corrects: inForce?.id ?? null,
      reason: asked.correction?.reason ?? null,
      books: subject.members.map(({ id }) => id),
      head: drawn.head,
      packHash: drawn.packHash,
      content,
      contentHash,
    },
    now,
  );
  if ('id' in kept) return allow({ id: kept.id, contentHash });
  const refusals = {
    month_open: periodOpen(subject.members.map(({ id }) => id)),
    undecided: statementUndecided(),
    changed_meanwhile: statementChanged(),
  };
  return refuse(refusals[kept.refusal]);
}

/**
 * Checks that a version that replaces a published one cites it and gives the reason; without a published one there is
 * nothing to correct.
 */
function decideCorrection(
  inForce: KeptStatement | undefined,
  correction: Correction | undefined,
): Decision<null> {
  if (inForce === undefined)
    return correction === undefined ? allow(null) : refuse(correctionWrong(correction.corrects));
  if (correction === undefined) return refuse(statementPublished(inForce.id));
  return correction.corrects === inForce.id ? allow(null) : refuse(correctionWrong(correction.corrects));
}

/** Whether the current version shows the same, whatever has been posted elsewhere since. */
async function isSame(
  { statementStore }: StatementServices,
  scope: Scope,
  id: string,
  drawn: Parameters<typeof statementContent>[0],
): Promise<boolean> {
  const kept = await statementStore.find(scope, id);
  if (kept === undefined) return false;
  const { head } = readStatement(kept.content);
  return statementContent({ ...drawn, head }) === kept.content;
}

/** Publishes or rejects a statement that another person drew up. */
export async function decideStatement(
  { statementStore }: StatementServices,
  scope: Scope,
  asked: { readonly id: string; readonly decision: 'published' | 'rejected'; readonly note: string },
  now: string,
): Promise<Decision<null>> {
  const statement = await statementStore.find(scope, asked.id);
  if (statement === undefined) return refuse(unknownStatement(asked.id));
  if (statement.state !== 'proposed') return refuse(statementDecided(asked.id));
  if (statement.madeBy === scope.userId) return refuse(samePerson());
  const isDecided = await statementStore.decide(scope, statement, asked.decision, asked.note, now);
  return isDecided ? allow(null) : refuse(statementDecided(asked.id));
}
