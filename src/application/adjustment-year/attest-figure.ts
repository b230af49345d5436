import { isGathering } from '#application/adjustment-year/gather-figures';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { openedYear } from '#application/adjustment-year/opened-year';
import { yearWithPools } from '#application/adjustment-year/year-pools';
import { decideWithin } from '#application/transaction/decide-within';
import {
  BUDGET_EXCEPTION,
  findFigure,
  FUND_SUBJECT,
  isFigureText,
  RECOVERY,
  standing,
} from '#domain/adjustment-year/figure';
import { isRecoveryHeld } from '#domain/adjustment-year/off-site-recovery';
import { wrongPhase } from '#domain/adjustment-year/refusals';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';
import { reasonMissing } from '#kernel/reason-missing';

export interface AttestedFigure {
  readonly subject: string;
  readonly field: string;
  readonly value: string;
  readonly document: string;
  readonly documentHash: string;
  readonly note: string;
}

/**
 * Records a figure that the program does not hold, attested by a document: insured persons, the assessment score, a
 * condition of allocation (JX-2.5), money recovered off-site by place of care and of insurance (JX-2.2.4). The last one
 * counts; earlier ones stay on record.
 */
export async function attestFigure(
  services: YearServices,
  scope: Scope,
  id: string,
  asked: AttestedFigure,
  now: string,
): Promise<Decision<null>> {
  const { subject, field, value, document, documentHash, note } = asked;
  if (document.trim() === '' || !/^[0-9a-f]{64}$/.test(documentHash))
    return refuse(refusals.documentMissing());
  if (!isFigureText(subject, field, value)) return refuse(refusals.badFigure(field));
  if (field === BUDGET_EXCEPTION && note.trim() === '') return refuse(reasonMissing('note'));
  const known = await yearWithPools(services, scope, id);
  if (!known.allowed) return known;
  const pools = known.value.pools.map((pool) => pool.id);
  return decideWithin(services.adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    if (!isGathering(state)) return refuse(wrongPhase('frozen', state.phase));
    const named = [subject, ...(field.startsWith(RECOVERY) ? [field.slice(RECOVERY.length)] : [])];
    const unknown = named.find((name) => name !== FUND_SUBJECT && !pools.includes(name));
    if (unknown !== undefined) return refuse(refusals.unknownPool(unknown));
    const figures = standing(await office.listFigures(id));
    const present = findFigure(figures, subject, field);
    const isHeld = present !== undefined && present.source.kind !== 'attested';
    if (isHeld || (field.startsWith(RECOVERY) && isRecoveryHeld(figures, subject)))
      return refuse(refusals.ledgerHolds(subject, field));
    const source = { kind: 'attested', document, documentHash } as const;
    await office.recordFigures(year, [{ subject, field, value, source, note }], scope.userId, now);
    return allow(null);
  });
}
