import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { checkPackCases } from '#cli/check-pack-cases';
import { refused, type ExitStatus } from '#cli/outcome';
import { say } from '#cli/print';
import type { CliServices } from '#cli/services';

/** `tongchou validate`: loads packs, tells everything wrong with them, and reckons their worked cases. */
export async function runValidate(services: CliServices, ids: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  for (const id of ids.length > 0 ? ids : await services.source.listIds()) {
    if ((await validateOne(services, id)) !== 0) status = 1;
  }
  return status;
}

async function validateOne(services: CliServices, id: string): Promise<ExitStatus> {
  const { terminal } = services;
  const pack = await loadPackWithParents(services, id);
  if (!pack.allowed) return refused(terminal, pack.refusals);
  const outcomes = checkPackCases(pack.value);
  const failed = outcomes.filter((outcome) => outcome.faults.length > 0);
  for (const { id: caseId, faults } of failed) {
    for (const fault of faults) terminal.err(`case_failed packs/${id}/cases ${caseId}: ${fault}\n`);
  }
  const { raw, hash } = pack.value;
  const [clauses, values, readings] = [
    raw.clauses.length,
    Object.keys(raw.values).length,
    raw.readings.length,
  ];
  const held = `${outcomes.length - failed.length}/${outcomes.length}`;
  const which = `${id} ${raw.status} ${hash.slice(0, 12)}`;
  say(terminal, {
    zh: `${which}：${clauses} 条款，${values} 值，${readings} 解读，${held} 范例`,
    en: `${which}: ${clauses} clauses, ${values} values, ${readings} readings, ${held} cases`,
  });
  return failed.length > 0 ? 1 : 0;
}
