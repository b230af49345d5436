import type { PackFiles } from '#rules/pack/load-pack';

/** Where the texts of policy packs come from. */
export interface PackSource {
  listIds(): Promise<readonly string[]>;
  /** The files of a pack, or undefined where there is none of that id. */
  findFiles(id: string): Promise<PackFiles | undefined>;
}
