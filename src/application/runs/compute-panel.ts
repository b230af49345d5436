import type { CsvReader } from '#application/ports/csv-reader';
import type { PanelFile } from '#application/ports/panel-source';
import type { RunStore, StoredRun } from '#application/ports/run-store';
import { loadPackWithParents, type PackLoading } from '#application/packs/load-pack-with-parents';
import { panelNeeds } from '#application/panel/panel-needs';
import { readPanel } from '#application/panel/read-panel';
import { makeRun } from '#application/runs/make-run';
import { planAdjustment } from '#domain/adjustment/plan';
import { panelNote, panelOrigins } from '#domain/panel/panel';
import { panelInput } from '#domain/panel/panel-input';
import { bothLines } from '#kernel/bilingual';
import { allow, type Decision } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/** What the computation of a panel needs from outside. */
export interface PanelComputation extends PackLoading {
  readonly runStore: RunStore;
  readonly readCsv: CsvReader;
  /** Knowledge time of each run, ISO 8601 in UTC. */
  readonly now: () => string;
}

/** Runs of one panel, one per insurance type in force that year, with the pack they used. */
export interface PanelRuns {
  readonly pack: Pack;
  readonly runs: readonly StoredRun[];
}

/**
 * Reckons and keeps the year's adjustment of every insurance type of a panel that is in force, the first type
 * last: it is the newest run, on which the console opens.
 */
export async function computePanel(
  computation: PanelComputation,
  file: PanelFile,
): Promise<Decision<PanelRuns>> {
  const pack = await loadPackWithParents(computation, file.packId);
  if (!pack.allowed) return pack;
  const plan = planAdjustment(pack.value);
  if (!plan.allowed) return plan;
  const needs = panelNeeds(plan.value, file.year);
  const panel = readPanel({ panel: file.panel, year: file.year, needs, readCsv: computation.readCsv });
  if (!panel.allowed) return panel;
  const runs: StoredRun[] = [];
  for (const scheme of needs.schemes.toReversed()) {
    const run = await makeRun(computation.runStore, computation.hash, {
      pack: pack.value,
      request: panelInput(panel.value, scheme),
      origins: panelOrigins(panel.value, scheme),
      dataNote: bothLines(panelNote(panel.value)),
      now: computation.now(),
    });
    if (!run.allowed) return run;
    runs.unshift(run.value);
  }
  return allow({ pack: pack.value, runs });
}
