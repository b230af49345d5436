import { readJournalView } from '#application/fund/template-view';
import { journalTemplatesSchema } from '#contract/ledger';
import { packQuerySchema } from '#contract/ledger-queries';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listJournalTemplates(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/journal-templates',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'listJournalTemplates',
        summary: 'Accounts and journal templates of a pack, with what a form for an event asks for',
        tags: ['ledger'],
        querystring: packQuerySchema,
        response: { 200: journalTemplatesSchema, ...problemResponse },
      },
    },
    async (request) => valueOf(await readJournalView(services, request.query.pack)),
  );
}
