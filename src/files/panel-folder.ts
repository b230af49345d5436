import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PanelFile, PanelSource } from '#application/ports/panel-source';
import { compareCodePoints } from '#kernel/code-points';

const PANEL_NAME = /^(?<pack>[a-z][a-z0-9-]*)-(?<year>\d{4})\.csv$/;

/** Panels as files of one folder, in order of their names. */
export function panelFolder(folder: string): PanelSource {
  return {
    listPanels: async () => {
      const names = (await readdir(folder)).toSorted(compareCodePoints);
      const panels: PanelFile[] = [];
      for (const name of names) {
        const { pack, year } = PANEL_NAME.exec(name)?.groups ?? {};
        if (pack === undefined || year === undefined) continue;
        const text = await readFile(join(folder, name), 'utf8');
        panels.push({
          packId: pack,
          year: Number.parseInt(year, 10),
          panel: { file: `data/panels/${name}`, text },
        });
      }
      return panels;
    },
  };
}
