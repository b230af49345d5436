import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The prefix binds the cookie to this host alone, and makes browsers insist on Secure, which they grant the loopback
 * without TLS. Strict keeps it out of every request that another site causes.
 */
const NAME = '__Host-tongchou-session';
/** Shows that the browser which comes back from the provider is the one that went there. */
const TICKET_NAME = '__Host-tongchou-provider';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** The token that the request carries; undefined where there is none. */
export function readSessionToken(request: FastifyRequest): string | undefined {
  return readCookie(request, NAME);
}

/** The ticket of a sign-in that this browser began at the provider; undefined where there is none. */
export function readProviderTicket(request: FastifyRequest): string | undefined {
  return readCookie(request, TICKET_NAME);
}

function readCookie(request: FastifyRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return found === '' ? undefined : found;
}

export function giveProviderTicket(reply: FastifyReply, ticket: string): void {
  reply.header('set-cookie', `${TICKET_NAME}=${ticket}; ${ATTRIBUTES}; Max-Age=600`);
}

export function takeProviderTicket(reply: FastifyReply): void {
  reply.header('set-cookie', `${TICKET_NAME}=; ${ATTRIBUTES}; Max-Age=0`);
}

/** Gives the browser a token until it is closed; how long it holds is known to the server alone. */
export function giveSessionToken(reply: FastifyReply, token: string): void {
  reply.header('set-cookie', `${NAME}=${token}; ${ATTRIBUTES}`);
}

export function takeSessionToken(reply: FastifyReply): void {
  reply.header('set-cookie', `${NAME}=; ${ATTRIBUTES}; Max-Age=0`);
}
