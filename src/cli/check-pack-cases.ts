import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import { checkCases, type CaseOutcome } from '#application/packs/check-cases';
import { contributeCase } from '#cli/contribute';
import { adjustmentRequestSchema } from '#contract/adjustment-request';
import { checkShape } from '#contract/check-shape';

type Pack = Parameters<typeof checkCases>[0];

/** Reckons a pack's worked cases as the command line would. */
export function checkPackCases(pack: Pack): readonly CaseOutcome[] {
  return checkCases(pack, (input, command) => {
    if (command === 'contribute') return contributeCase(pack, input);
    const request = checkShape(adjustmentRequestSchema, input);
    return request.allowed ? proposeAdjustment(pack, request.value) : request;
  });
}
