import { randomUUID } from 'node:crypto';
import { fastifyHelmet } from '@fastify/helmet';
import { fastify } from 'fastify';
import { requireAccess } from '#http/access';
import { logCallers } from '#http/caller';
import { registerConsole } from '#http/console-files';
import type { ContractTypes } from '#http/contract-types';
import { answerError, answerProblems } from '#http/errors';
import { guardRoutes } from '#http/guard';
import { guardYearRuns } from '#http/year-runs';
import { BODY_LIMIT, readJsonBodies } from '#http/json-body';
import { logAnswers } from '#http/log';
import { describeApi } from '#http/openapi';
import { ROUTES } from '#http/routes/all';
import { SECURITY_HEADERS } from '#http/security-headers';
import type { HttpApp, HttpServices } from '#http/services';

/**
 * The REST door: the contract's routes, their OpenAPI, and the built console. It answers this machine only
 * (see `access`); the composition root starts it with `listenOnLoopback`.
 */
export function createServer(services: HttpServices): HttpApp {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    genReqId: () => randomUUID(),
    ajv: { customOptions: AS_WRITTEN },
    frameworkErrors: (error, request, reply) => {
      answerError(error, request, reply, services);
    },
  }).withTypeProvider<ContractTypes>();

  requireAccess(app);
  answerProblems(app, services);
  logAnswers(app, services);
  logCallers(app, services);
  readJsonBodies(app);
  // Replies are sent as the use cases give them: a compiled serializer would silently drop or coerce members.
  app.setSerializerCompiler(() => (content) => JSON.stringify(content));
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'no-store');
    }
    done(null, payload);
  });

  app.register(fastifyHelmet, SECURITY_HEADERS);
  // After helmet, so that a refusal carries its headers too.
  app.after(() => {
    guardRoutes(app, services.port, services);
    guardYearRuns(app, services);
  });
  describeApi(app);
  // In a promise, so that a route that may not be registered makes `ready` fail.
  app.register((scope: HttpApp) => Promise.resolve().then(() => addRoutes(scope, services)));
  return app;
}

function addRoutes(app: HttpApp, services: HttpServices): void {
  for (const addRoute of ROUTES) addRoute(app, services);
  if (services.consoleFolder !== undefined) registerConsole(app, services.consoleFolder);
}

/** A client that has not sent its request by then is cut off. */
const REQUEST_TIMEOUT_MS = 30_000;

/** Input is refused or taken as it was written: nothing is converted, filled in or dropped. */
const AS_WRITTEN = {
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: false,
  allErrors: true,
  strict: false,
  // Formats such as "yuan" tell readers what a text means; what it says is checked where it is read.
  validateFormats: false,
} as const;
