import type { TextSource } from '#application/ports/csv-reader';

/** A year's figures of a place that the program ships or a user puts beside them. */
export interface PanelFile {
  readonly packId: string;
  readonly year: number;
  readonly panel: TextSource;
  /** The panel that a start shows in full; the others get a line for each run. */
  readonly isMain: boolean;
}

/** Where panels come from: files named `<pack>-<year>.csv`, the main one last, so that its runs are the newest. */
export interface PanelSource {
  listPanels(): Promise<readonly PanelFile[]>;
}
