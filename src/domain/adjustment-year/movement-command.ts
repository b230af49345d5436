import type { Movement } from '#domain/adjustment-year/posted-lines';
import { partsOfLine, ruleOf, type LineKind } from '#domain/adjustment-year/year-line';
import type { PostCommand } from '#domain/fund/ledger-command';
import { present } from '#kernel/assert';
import { ZERO_FEN } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import type { PlainDate } from '#kernel/plain-date';

/** The members that all events of one step share. */
export interface MovementHead {
  readonly packHash: string;
  readonly fund: string;
  readonly insuranceType: InsuranceType;
  readonly effectiveOn: PlainDate;
  readonly now: string;
  readonly actor: string;
  /** Prefix of the keys of the step's events. */
  readonly key: string;
  /** Version and run; for a correction, those of both versions. */
  readonly note: string;
  /** Approved requests for restricted money, by line. */
  readonly approvals: ReadonlyMap<string, bigint>;
}

/**
 * Draws up the ledger event of a movement: 5301 in the city and 4402 in the province for a levy, 5302 and 4401 for an
 * allocation (NAT-28.3, NAT-28.4). A later part payment is an event of its own and corrects nothing.
 */
export function movementCommand(movement: Movement, head: MovementHead): PostCommand {
  const { line, part, amount, clauses, corrects } = movement;
  const { kind, pool } = partsOfLine(line);
  const rule = ruleOf(kind);
  const template = present(rule[part], `a template of ${line} for ${part}`);
  const own = rule.own === 'fund' ? head.fund : pool;
  const other = rule.own === 'fund' ? pool : head.fund;
  const approval = head.approvals.get(line);
  const isCorrection = corrects !== undefined && (part !== 'paid' || amount < ZERO_FEN);
  return {
    key: `${head.key} ${part} ${line}`,
    packHash: head.packHash,
    template,
    pool: own,
    ...(isBetweenPools(kind) ? { otherPool: other } : {}),
    insuranceType: head.insuranceType,
    ...(kind === 'treasury' ? { counterparty: treasuryOf(pool) } : {}),
    amounts: { [rule.amount]: amount },
    effectiveOn: head.effectiveOn,
    now: head.now,
    actor: head.actor,
    clauses,
    note: head.note,
    ...(isCorrection ? { corrects } : {}),
    ...(approval === undefined ? {} : { approval }),
  };
}

/** Names the treasury behind a pool, as a counterparty of the books. */
export function treasuryOf(pool: string): string {
  return `government:${pool}`;
}

/** Whether a line moves money between pool and fund; marked money and a treasury's payments have no other side. */
function isBetweenPools(kind: LineKind): boolean {
  return kind !== 'treasury' && ruleOf(kind).paid !== undefined;
}

/**
 * Reckons the cause under which a template of restricted money allows a line; a shrinking reserve is freed by a
 * correction.
 */
export function restrictedUse(
  movement: Movement,
): { readonly template: string; readonly cause: string } | undefined {
  const { kind, detail } = partsOfLine(movement.line);
  if (kind === 'legacy') return { template: 'pre_pooling_used', cause: 'local_gap' };
  if (kind === 'release') {
    const cause = detail === 'sudden' ? 'other_emergency' : detail;
    return { template: 'risk_reserve_released', cause };
  }
  const isFreed = kind === 'reserve' && movement.amount < ZERO_FEN;
  return isFreed ? { template: 'risk_reserve_set_aside', cause: 'correction' } : undefined;
}
