import type { TextSource } from '#application/ports/csv-reader';

/** A year's figures of a place that the program ships or a user puts beside them. */
export interface PanelFile {
  readonly packId: string;
  readonly year: number;
  readonly panel: TextSource;
}

/** Where panels come from: files named `<pack>-<year>.csv`. */
export interface PanelSource {
  listPanels(): Promise<readonly PanelFile[]>;
}
