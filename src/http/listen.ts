import type { HttpApp } from '#http/services';

/** The only address the server listens on until there are accounts. */
const LOOPBACK = '127.0.0.1';

/**
 * Starts the server on this machine's loopback and gives its address.
 * @param port 0 for any free port
 * @throws where the port is taken (`EADDRINUSE`)
 */
export async function listenOnLoopback(app: HttpApp, port: number): Promise<string> {
  return app.listen({ host: LOOPBACK, port });
}
