import { approvalView } from '#application/fund/ledger-views';
import { approvalListSchema } from '#contract/ledger-approvals';
import { approvalQuerySchema } from '#contract/ledger-queries';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

/** As many as a page of the inbox shows. */
const PAGE = 100;

export function listLedgerApprovals(app: HttpApp, { ledgerReader }: HttpServices): void {
  app.get(
    '/api/v1/approvals',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listLedgerApprovals',
        summary: 'Restricted uses that were asked for, the newest first; with open=true those that wait',
        tags: ['ledger'],
        querystring: approvalQuerySchema,
        response: { 200: approvalListSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { open, below } = request.query;
      const approvals = await ledgerReader.listApprovals(callerOf(request).scope, {
        ...(open === undefined ? {} : { open: true }),
        ...(below === undefined ? {} : { below: BigInt(below) }),
        limit: PAGE,
      });
      const next = approvals.length < PAGE ? null : (approvals.at(-1)?.number.toString() ?? null);
      return { approvals: approvals.map(approvalView), next };
    },
  );
}
