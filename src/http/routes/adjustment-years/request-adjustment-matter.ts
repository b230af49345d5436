import { requestMatter } from '#application/adjustment-year/matters';
import { newMatterSchema } from '#contract/adjustment-matters';
import { recordedIdSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function requestAdjustmentMatter(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustment-matters',
    {
      config: { access: { roles: ['fund_maker'], place: 'body.place' } },
      schema: {
        operationId: 'requestAdjustmentMatter',
        summary:
          'Apply for emergency money, ask for the adoption of a figure or a handover, assess a pool, or correct what was granted; another decides',
        tags: ['adjustment years'],
        body: newMatterSchema,
        response: { 201: { description: 'Requested', ...jsonContent(recordedIdSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { pack, note = '', corrects = null, ...asked } = request.body;
      const matter = { ...asked, packId: pack, note, corrects, content: given(asked.content) };
      const { scope } = callerOf(request);
      return reply.code(201).send(valueOf(await requestMatter(services, scope, matter, services.now())));
    },
  );
}

/** Without the members that are not there. */
function given<T extends object>(content: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
