import { listText, instant, text, type ListColumn } from '#application/rendering/list-text';
import { replayRun } from '#application/runs/replay-run';
import { conclude, type ExitStatus } from '#cli/outcome';
import { saySame } from '#cli/print';
import type { CliServices, OpenedStore } from '#cli/services';
import { withStore } from '#cli/with-store';

type Run = Awaited<ReturnType<OpenedStore['runStore']['listRuns']>>[number];

const RUNS: readonly ListColumn<Run>[] = [
  text('记录', 'id', ({ id }) => id),
  text('政策包', 'pack', ({ packId }) => packId),
  text('年度', 'year', ({ year }) => year),
  text('险种', 'scheme', ({ scheme }) => scheme),
  text('引擎', 'engine', ({ engineVersion }) => engineVersion),
  text('结果', 'result', ({ resultHash }) => resultHash.slice(0, 12)),
  instant('时间', 'recorded', ({ recordedAt }) => recordedAt),
];

/** `tongchou runs`: every stored run, newest first. */
export async function runRuns(services: CliServices): Promise<ExitStatus> {
  return withStore(services, async ({ runStore }) => {
    const runs = await runStore.listRuns();
    services.terminal.out(listText(services.terminal.language, RUNS, runs));
    return 0;
  });
}

/** `tongchou replay`: reckons stored runs again; exit 1 when one does not give the same bytes. */
export async function runReplay(services: CliServices, id: string | undefined): Promise<ExitStatus> {
  return withStore(services, async ({ runStore }) => {
    const ids = id === undefined ? (await runStore.listRuns()).map((run) => run.id) : [id];
    let status: ExitStatus = 0;
    for (const run of ids) {
      const replay = await replayRun(runStore, services.hash, run);
      const outcome = conclude(services.terminal, replay, (value) => {
        const { isSame, storedHash: stored, replayedHash: again } = value;
        saySame(services.terminal, run, { isSame, stored, again });
      });
      if (outcome !== 0 || (replay.allowed && !replay.value.isSame)) status = 1;
    }
    return status;
  });
}
