import { Type } from 'typebox';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { packView } from '#application/views/pack-view';
import { packViewSchema } from '#contract/packs';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function findPack(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/packs/:id',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'findPack',
        summary: "A pack's clauses, dated values and readings; its ETag is the pack's hash",
        tags: ['packs'],
        params: idParams,
        response: { 200: packViewSchema, 304: UNCHANGED, ...problemResponse },
      },
    },
    async ({ params, headers }, reply) => {
      const pack = valueOf(await loadPackWithParents(services, params.id));
      const etag = `"${pack.hash}"`;
      reply.header('etag', etag).header('cache-control', 'no-cache');
      if (isNamed(etag, headers['if-none-match'])) return reply.code(304).send(undefined);
      return packView(pack);
    },
  );
}

/** No content: `undefined` sends an empty body, where null would send the text "null". */
const UNCHANGED = Type.Unsafe<undefined>({
  type: 'null',
  description: 'The pack still has the hash that If-None-Match names',
});

/** Whether If-None-Match names the tag; weak comparison, as RFC 9110 has it for this header. */
function isNamed(etag: string, header: string | undefined): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
