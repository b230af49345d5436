import { fastifySwagger } from '@fastify/swagger';
import { describeAccess } from '#http/access';
import { liftNamed, markNamed } from '#http/named-schemas';
import type { HttpApp } from '#http/services';

/** The version of the API, which the path names too; the program's own version is told by /health. */
const API_VERSION = '1';

/** Collects the routes' schemas as OpenAPI 3.1; `app.swagger()` gives them once the server is ready. */
export function describeApi(app: HttpApp): void {
  app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tongchou 统筹',
        version: API_VERSION,
        description:
          'Pooling of basic medical insurance by published policy. Amounts are text in yuan with two ' +
          'decimals, rates are text with a percent sign; no figure is a floating-point number.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        { name: 'runs', description: 'Stored computations' },
        { name: 'scenarios', description: 'Runs with policy values replaced: simulations, never official' },
        { name: 'packs', description: 'Policy packs' },
        { name: 'identity', description: 'Sessions, users, grants, emergency access and the access log' },
        { name: 'places', description: 'The register of places and pools' },
        { name: 'ledger', description: 'Books, events, approvals, months and openings' },
        { name: 'server', description: 'The server itself' },
      ],
    },
    convertConstToEnum: false,
    transform: ({ schema, url, route }) => ({
      schema: {
        ...markNamed(schema),
        'x-access': route.config?.access === undefined ? undefined : describeAccess(route.config.access),
      },
      url,
    }),
    transformObject: (document) =>
      'openapiObject' in document ? liftNamed(document.openapiObject) : document.swaggerObject,
  });
}
