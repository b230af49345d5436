import type { OpenedYear } from '#application/adjustment-year/opened-year';
import { DECIDING, isPossible, mayDo, PHASES_OF, type AskedStep } from '#domain/adjustment-year/decide-step';
import { STEP_WORDS } from '#domain/adjustment-year/refusals';
import { grantsFor, type Account } from '#domain/identity/account';
import type { RoleId } from '#domain/identity/roles';
import type { Bilingual } from '#kernel/bilingual';

/** A possible step, its role, and whether this person may take it: never on the person's own work. */
export interface NextStep {
  readonly step: AskedStep;
  readonly label: Bilingual;
  readonly role: RoleId;
  readonly isMine: boolean;
}

/** Lists the next steps of a year in order; a correction and its dropping are possible rather than next. */
export function nextSteps(account: Account, { year, state }: OpenedYear): readonly NextStep[] {
  const possible = (Object.keys(PHASES_OF) as AskedStep[]).filter((step) => isPossible(state, step));
  return possible.map((step) => {
    const role = roleOf(step);
    const holds = grantsFor(account, [role], year.place).length > 0;
    return { step, label: STEP_WORDS[step], role, isMine: holds && mayDo(state, step, account.userId) };
  });
}

function roleOf(step: AskedStep): 'fund_maker' | 'fund_checker' {
  return DECIDING.includes(step) ? 'fund_checker' : 'fund_maker';
}
