import type { ApprovalRow, EventRow, RequestRow } from '#application/ports/ledger-rows';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import type { Amounts } from '#application/proof/amounts';
import type { ArtefactTemplate } from '#application/proof/check-templates';
import type { GivenPools } from '#application/proof/given-pools';
import { createReturnedAmounts } from '#application/proof/returned-amounts';
import { createTally } from '#application/proof/tally';

/** Money that is bound to a use. */
const RESTRICTED = ['pre_pooling', 'risk_reserve'];

export interface ApprovalChecks {
  look(event: EventRow, template: ArtefactTemplate | undefined, amounts: Amounts): void;
  check(): LedgerCheck;
}

/**
 * Checks that each restricted use has a second person's approval, made for it and used once; freeing such money needs
 * one too.
 */
export function createApprovalChecks(
  requests: readonly RequestRow[],
  approvals: readonly ApprovalRow[],
  isGiven: GivenPools,
): ApprovalChecks {
  const tally = createTally('approvals', {
    zh: '受限资金经第二人批准且用一次',
    en: 'restricted uses have a second person’s approval, used once',
  });
  const requestOf = new Map(requests.map((row) => [row.number, row]));
  const approvalOf = new Map(approvals.map((row) => [row.request, row]));
  const used = new Set<string>();
  const returns = createReturnedAmounts(requestOf);
  for (const { request, requester } of approvals) {
    const asked = requestOf.get(request)?.requestedBy ?? '';
    if (requester !== comparedName(asked)) tally.fault(`approval of request ${request}`);
  }
  return {
    look: (event, template, amountsByName) => {
      const { approval, number } = event;
      const amounts = [...amountsByName.values()];
      const isWithin = returns.isWithin(event, template, amountsByName);
      if (!isGiven(event.pool) || (approval === null && !isNeeded(event, template, amounts))) return;
      const request = approval === null ? undefined : requestOf.get(approval);
      const decided = approval === null ? undefined : approvalOf.get(approval);
      const isRight =
        request !== undefined &&
        decided !== undefined &&
        isApproved(event, request, decided) &&
        isCovered(event, template, request, amounts) &&
        isWithin &&
        !used.has(request.number);
      if (approval !== null) used.add(approval);
      tally.look(!isRight, `event ${number}`);
    },
    check: tally.check,
  };
}

/** A template without one in the artefacts is wrong already; whether it needs approval cannot be known. */
function isNeeded(
  { reverses }: EventRow,
  template: ArtefactTemplate | undefined,
  amounts: readonly bigint[],
): boolean {
  if (template === undefined) return false;
  const needsApproval = template.approval === 'required';
  const isRestricted = template.moves.some(({ source = '' }) => RESTRICTED.includes(source));
  if (needsApproval && (reverses === null || isRestricted)) return true;
  return isRestricted && amounts.some((amount) => amount < 0n);
}

function isApproved(
  event: EventRow,
  request: RequestRow,
  { number, decision, decidedBy }: ApprovalRow,
): boolean {
  return (
    decision === 'approved' &&
    Number(number) < Number(event.number) &&
    Number(number) > Number(request.number) &&
    personOf(request.requestedBy) !== personOf(decidedBy)
  );
}

function isCovered(
  event: EventRow,
  template: ArtefactTemplate | undefined,
  request: RequestRow,
  amounts: readonly bigint[],
): boolean {
  const total = amounts.reduce((sum, amount) => sum + (amount < 0n ? -amount : amount), 0n);
  const causes = template?.causes ?? [];
  return (
    request.template === event.template &&
    request.pool === event.pool &&
    request.insuranceType === event.insuranceType &&
    BigInt(request.amount) >= total &&
    (causes.length === 0 || causes.includes(request.cause))
  );
}

/** Two ways to write a name are one person. */
function personOf(name: string): string {
  return comparedName(name).toLowerCase();
}

/** Normalises a name as the database does to compare it: lower case for ASCII letters only. */
function comparedName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(' ', '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
