import { renderTextTable } from '#application/rendering/text-table';
import { replayRun } from '#application/runs/replay-run';
import { conclude, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { withStore } from '#cli/with-store';

/** `tongchou runs`: every stored run, newest first. */
export async function runRuns(services: CliServices): Promise<ExitStatus> {
  return withStore(services, async ({ runStore }) => {
    const rows = (await runStore.listRuns()).map((run) => [
      run.id,
      run.packId,
      run.year.toString(),
      run.scheme,
      run.engineVersion,
      run.resultHash.slice(0, 12),
      run.recordedAt,
    ]);
    const headers = [
      '记录 id',
      '政策包 pack',
      '年度 year',
      '险种 scheme',
      '引擎 engine',
      '结果 result',
      '时间 recorded',
    ];
    services.terminal.out(
      `${renderTextTable(
        headers.map((header) => ({ header, align: 'left' })),
        rows,
      )}\n`,
    );
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
        const word = value.isSame ? '一致 same' : '不一致 DIFFERENT';
        services.terminal.out(
          `${run} ${word} ${value.storedHash.slice(0, 12)} ${value.replayedHash.slice(0, 12)}\n`,
        );
      });
      if (outcome !== 0 || (replay.allowed && !replay.value.isSame)) status = 1;
    }
    return status;
  });
}
