import type { FastifyInstance } from 'fastify';
import { readJsonText } from '#contract/json-text';
import { HttpRefusal } from '#http/problem';

/** Enough for a province with thousands of pools. */
export const BODY_LIMIT = 2 * 1024 * 1024;

/** Reads bodies as strict JSON; every other content type is refused. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    // A command that takes nothing but its address may come without a body, whatever its headers say.
    if (text === '' && request.routeOptions.schema?.body === undefined) {
      done(null, undefined);
      return;
    }
    const content = readJsonText('body', text.toString());
    if (content.allowed) done(null, content.value);
    else done(new HttpRefusal(content.refusals));
  });
}
