import { endOfChinaDay, startOfChinaDay } from '#application/pack-life/china-time';
import { readDay } from '#application/pack-life/read-day';
import type { AccessFilter } from '#application/ports/identity-store';
import { accessLogQuery, accessLogSchema, type AccessLogQuery } from '#contract/access-log';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

/** As many as a page of the log shows. */
const PAGE = 200;

export function listAccess(app: HttpApp, { identityStore }: HttpServices): void {
  app.get(
    '/api/v1/access-log',
    {
      config: { access: { roles: ['auditor'], place: 'own places' } },
      schema: {
        operationId: 'listAccess',
        summary: 'Who called what about the own places, the newest first',
        tags: ['identity'],
        querystring: accessLogQuery,
        response: { 200: accessLogSchema, ...problemResponse },
      },
    },
    async (request) => {
      const filter = readFilter(request.query);
      const entries = await identityStore.within(callerOf(request).scope, (office) =>
        office.listAccess(PAGE, filter),
      );
      return { entries: entries.map((entry) => ({ ...entry, number: entry.number.toString() })) };
    },
  );
}

function readFilter({ below, user, place, route, from, to, outcome }: AccessLogQuery): AccessFilter {
  return {
    ...(below === undefined ? {} : { below: BigInt(below) }),
    ...(user === undefined ? {} : { userId: user }),
    ...(place === undefined ? {} : { place }),
    ...(route === undefined ? {} : { route }),
    ...(from === undefined ? {} : { from: startOfChinaDay(valueOf(readDay('from', from))) }),
    ...(to === undefined ? {} : { to: endOfChinaDay(valueOf(readDay('to', to))) }),
    ...(outcome === undefined ? {} : { onlyRefused: true }),
  };
}
