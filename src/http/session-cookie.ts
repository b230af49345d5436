import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The prefix binds the cookie to this host alone, and makes browsers insist on Secure, which they grant the loopback
 * without TLS. Strict keeps it out of every request that another site causes.
 */
const NAME = '__Host-tongchou-session';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** The token that the request carries; undefined where there is none. */
export function readSessionToken(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
  return found === '' ? undefined : found;
}

/** Gives the browser a token until it is closed; how long it holds is known to the server alone. */
export function giveSessionToken(reply: FastifyReply, token: string): void {
  reply.header('set-cookie', `${NAME}=${token}; ${ATTRIBUTES}`);
}

export function takeSessionToken(reply: FastifyReply): void {
  reply.header('set-cookie', `${NAME}=; ${ATTRIBUTES}; Max-Age=0`);
}
