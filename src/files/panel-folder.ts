import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PanelFile, PanelSource } from '#application/ports/panel-source';
import { compareCodePoints } from '#kernel/code-points';

const PANEL_NAME = /^(?<pack>[a-z][a-z0-9-]*)-(?<year>\d{4})\.csv$/;

/** Names the main panel in its one line, such as `somewhere-2024`; without it the last panel is the main one. */
const MAIN_PANEL = 'main-panel.txt';

/** Panels as files of one folder, in order of their names, the main one last. */
export function panelFolder(folder: string): PanelSource {
  return {
    listPanels: async () => {
      const names = (await readdir(folder)).toSorted(compareCodePoints);
      const panelNames = names.filter((name) => PANEL_NAME.test(name));
      const stated = names.includes(MAIN_PANEL) ? await readFile(join(folder, MAIN_PANEL), 'utf8') : '';
      const main = panelNames.find((name) => name === `${stated.trim()}.csv`) ?? panelNames.at(-1);
      const ordered = [...panelNames.filter((name) => name !== main), ...(main === undefined ? [] : [main])];
      return Promise.all(ordered.map((name) => readPanelFile(folder, name, name === main)));
    },
  };
}

async function readPanelFile(folder: string, name: string, isMain: boolean): Promise<PanelFile> {
  const { pack = '', year = '' } = PANEL_NAME.exec(name)?.groups ?? {};
  const text = await readFile(join(folder, name), 'utf8');
  return {
    packId: pack,
    year: Number.parseInt(year, 10),
    panel: { file: `data/panels/${name}`, text },
    isMain,
  };
}
