import { noticeView } from '#application/payout/views';
import { interestNoticeListSchema } from '#contract/interest-notices';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listInterestNotices(app: HttpApp, { payoutStore }: HttpServices): void {
  app.get(
    '/api/v1/interest-notices',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listInterestNotices',
        summary:
          'Notices of interest of the own places with their shares and what was expected, the newest first',
        tags: ['payments'],
        response: { 200: interestNoticeListSchema, ...problemResponse },
      },
    },
    async (request) => {
      const notices = await payoutStore.within(callerOf(request).scope, (office) => office.listNotices());
      return { notices: notices.map(noticeView) };
    },
  );
}
