import { countMissingAdministrators } from '#application/identity/first-administrator';
import type { ExplainedOutput } from '#application/adjustment/output';
import { renderAdjustmentTable } from '#application/rendering/adjustment-table';
import { panelLine } from '#application/panel/panel-line';
import { computePanel } from '#application/runs/compute-panel';
import { replayRun } from '#application/runs/replay-run';
import { refused, type ExitStatus } from '#cli/outcome';
import { note, say } from '#cli/print';
import type { CliServices, OpenedStore } from '#cli/services';
import { withStore } from '#cli/with-store';
import type { Refusal } from '#kernel/decision';

export interface StartOptions {
  readonly port: string;
  readonly serve: boolean;
}

/**
 * The main job: opens the database, loads the packs, reckons every shipped panel's year, prints the tables of the
 * main panel and a line for each other run, reckons all stored runs again to show that they stay the same, and
 * serves the console until it is stopped.
 */
export async function runStart(services: CliServices, options: StartOptions): Promise<ExitStatus> {
  const { terminal } = services;
  note(terminal, { zh: '正在启动数据库…', en: 'starting the database…' });
  return withStore(services, async (store) => {
    note(terminal, store.where);
    const computed = await computeAll(services, store);
    if (computed !== 0) return computed;
    const replayed = await replayAll(services, store);
    if (replayed !== 0 || !options.serve) return replayed;

    const sealing = await store.ledgerProof.startSealing();
    if (!sealing.allowed) return refused(terminal, sealing.refusals);
    if (sealing.value !== undefined) note(terminal, sealing.value);
    const port = Number.parseInt(options.port, 10);
    const missing = await countMissingAdministrators(store);
    const setUpTokens = Array.from({ length: missing }, () => services.randomToken());
    const server = await services.serve(store, port, services.source, setUpTokens);
    if (!server.allowed) return refused(terminal, server.refusals);
    // This line and the tokens are the same in both languages: scripts wait for them
    terminal.out(`\n控制台 Console: ${server.value.address}\n`);
    for (const token of setUpTokens) {
      terminal.out(
        `需要账号时，建立管理员的一次性令牌 One-time token to make an administrator, if you use accounts: ${token}\n`,
      );
    }
    note(terminal, { zh: '按 Ctrl+C 停止', en: 'press Ctrl+C to stop' });
    const reason = await Promise.race([
      services.stopRequested().then(() => 'asked' as const),
      store.ended.then(() => 'database' as const),
    ]);
    await server.value.close();
    if (reason === 'asked') return 0;
    return refused(terminal, [DATABASE_ENDED]);
  });
}

const DATABASE_ENDED: Refusal = {
  code: 'database_ended',
  at: '',
  what: { zh: '数据库已停止', en: 'the database ended' },
  next: { zh: '请查看其日志后重新启动', en: 'see its log, then start again' },
};

async function computeAll(services: CliServices, store: OpenedStore): Promise<ExitStatus> {
  const { terminal } = services;
  const computation = { ...services, runStore: store.runStore };
  for (const file of await services.panels.listPanels()) {
    note(terminal, { zh: `正在计算 ${file.panel.file}…`, en: `reckoning ${file.panel.file}…` });
    const computed = await computePanel(computation, file);
    if (!computed.allowed) return refused(terminal, computed.refusals);
    for (const run of computed.value.runs) {
      const output = JSON.parse(run.result) as ExplainedOutput;
      if (!file.isMain) {
        terminal.out(`${panelLine(terminal.language, output, computed.value.pack, run.id)}\n`);
        continue;
      }
      terminal.out(`\n${renderAdjustmentTable(output, computed.value.pack, run.dataNote)}\n`);
      const [pack, result] = [run.packHash.slice(0, 12), run.resultHash.slice(0, 12)];
      say(terminal, {
        zh: `记录 ${run.id}，政策包 ${pack}，结果 ${result}`,
        en: `Run ${run.id}, pack ${pack}, result ${result}`,
      });
    }
  }
  return 0;
}

/** A stored run that no longer gives the same bytes is told, and stops nothing: the page shows it as well. */
async function replayAll(services: CliServices, { runStore }: OpenedStore): Promise<ExitStatus> {
  const runs = await runStore.listRuns();
  let same = 0;
  for (const { id } of runs) {
    const replay = await replayRun(runStore, services.hash, id);
    if (!replay.allowed) return refused(services.terminal, replay.refusals);
    if (replay.value.isSame) same += 1;
    else
      services.terminal.err(`replay_differs: ${id} ${replay.value.engineThen} → ${replay.value.engineNow}\n`);
  }
  say(services.terminal, {
    zh: `\n重放：${runs.length} 条记录中 ${same} 条逐字节一致`,
    en: `\nReplay: ${same} of ${runs.length} runs the same to the byte`,
  });
  return 0;
}
