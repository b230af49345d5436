import type { FastifyRequest } from 'fastify';

/** Tells the log of accesses which places a request was found to be about. */
export function tellPlaces(request: FastifyRequest, told: readonly string[]): void {
  if (request.trace !== null) request.trace = { ...request.trace, told };
}
