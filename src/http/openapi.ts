import { fastifySwagger } from '@fastify/swagger';
import { figureExplanationSchema } from '#contract/explanation';
import { healthSchema } from '#contract/health';
import { packListSchema, packViewSchema } from '#contract/packs';
import { problemSchema } from '#contract/problem';
import { makeRunSchema, replaySchema, runListSchema, runSummarySchema, runViewSchema } from '#contract/runs';
import type { HttpApp } from '#http/services';

/** The version of the API, which the path names too; the program's own version is told by /health. */
const API_VERSION = '1';

const NAMED_SCHEMAS: readonly { readonly $id?: string }[] = [
  runListSchema,
  runViewSchema,
  runSummarySchema,
  makeRunSchema,
  replaySchema,
  figureExplanationSchema,
  packListSchema,
  packViewSchema,
  problemSchema,
  healthSchema,
];

/** Collects the routes' schemas as OpenAPI 3.1; `app.swagger()` gives them once the server is ready. */
export function describeApi(app: HttpApp): void {
  for (const schema of NAMED_SCHEMAS) app.addSchema(schema);
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
        { name: 'packs', description: 'Policy packs' },
        { name: 'server', description: 'The server itself' },
      ],
    },
    convertConstToEnum: false,
    refResolver: {
      buildLocalReference: ({ $id }, _baseUri, _fragment, index) =>
        typeof $id === 'string' ? $id : `def-${index}`,
    },
    transform: ({ schema, url, route }) => ({
      schema: byName({ ...schema, 'x-access': route.config?.access }),
      url,
    }),
  });
}

/** A schema's parts by reference where the API names them, so that clients get one type per name. */
function byName<Part>(part: Part): Part {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  const isNamed = NAMED_SCHEMAS.some(({ $id }) => '$id' in part && part.$id === $id);
  if (isNamed && '$id' in part) return { $ref: `${String(part.$id)}#` } as Part;
  return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, byName(member)])) as Part;
}
