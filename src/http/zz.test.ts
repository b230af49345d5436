import { it } from 'vitest';
import { createServer } from '#http/server';
import { packFolder } from '#files/pack-folder';
import { sha256 } from '#files/sha256';
it('x', async () => {
  const app = createServer({ runStore: {} as never, source: packFolder('packs'), hash: sha256, now: () => 'n', consoleFolder: undefined, version: '1', port: 3000 });
  await app.ready();
  const d = app.swagger() as any;
  console.log(JSON.stringify(d.paths["/api/v1/adjustments"],null,1), JSON.stringify(d.components.schemas.RunList,null,1), JSON.stringify(d.components.schemas.MakeRun,null,1));
  console.log(Object.keys(d.components.schemas));
  const r = await app.inject({ url: '/api/v1/packs/jiangxi', headers: { host: 'localhost:3000' } });
  console.log(r.statusCode, r.headers, r.body.slice(0, 300));
});
