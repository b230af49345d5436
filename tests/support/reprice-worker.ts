import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const PACKAGES = ['@duckdb/node-api', '@duckdb/node-bindings'];

/** The worker's program from its sources, in one file that finds the engine wherever it lies itself. */
export async function buildRepriceWorker(folder: string): Promise<URL> {
  const conditions = ['tongchou-source', 'node'];
  const { resolve } = createRequire(import.meta.url);
  const paths = Object.fromEntries(PACKAGES.map((name) => [name, pathToFileURL(resolve(name)).href]));
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions },
    ssr: { noExternal: true, external: PACKAGES, resolve: { conditions } },
    build: {
      ssr: new URL('../../src/batch/reprice-worker.ts', import.meta.url).pathname,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        output: { entryFileNames: 'reprice-worker.mjs', paths },
      },
    },
  });
  return pathToFileURL(join(folder, 'reprice-worker.mjs'));
}
