import { openContributionRun, type ContributionRun } from '#application/contribution/contribution-run';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { linesOf } from '#cli/lines-of';
import { missingFile, refused, tellStanding, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { checkShape } from '#contract/check-shape';
import { contributionLineSchema } from '#contract/contribution-line';
import { ContributionLines } from '#contract/contribution-lines';
import type { Decision, Refusal } from '#kernel/decision';

export interface ContributeOptions {
  readonly pack: string;
  readonly year: string;
  readonly input: string;
  readonly explain?: boolean;
  readonly production?: boolean;
}

/**
 * `tongchou contribute`: what each person of a file pays, who else pays for them, and where it goes, a line in
 * and a line out. Lines are reckoned as they are read and held back: nothing is written unless every line is good.
 */
export async function runContribute(services: CliServices, options: ContributeOptions): Promise<ExitStatus> {
  const { terminal } = services;
  const pack = await loadPackWithParents(services, options.pack);
  if (!pack.allowed) return refused(terminal, pack.refusals);
  const pieces = await services.readPieces(options.input);
  if (pieces === undefined) return refused(terminal, [missingFile(options.input)]);
  const mode = options.production === true ? 'refuse' : 'state';
  const opened = openContributionRun(pack.value, Number.parseInt(options.year, 10), mode);
  const run = opened.allowed ? opened.value : undefined;
  const output = services.holdOutput();
  let faults = 0;
  const tell = (refusals: readonly Refusal[]): void => {
    faults += refusals.length;
    refused(terminal, refusals);
  };
  if (!opened.allowed) tell(opened.refusals);
  const input = new ContributionLines(options.input);
  for await (const lines of linesOf(pieces)) {
    const { out, refusals } = reckonLines(input, lines, run, options.explain === true);
    tell(refusals);
    if (faults === 0) await output.add(out);
  }
  tell(input.end());
  if (run === undefined || faults > 0) {
    await output.drop();
    return 1;
  }
  tellStanding(terminal, { status: run.status, assumptions: run.assumptions() });
  await output.release();
  return 0;
}

/** The lines out of some lines in, and what is wrong with them; without a run only their shape is looked at. */
function reckonLines(
  input: ContributionLines,
  lines: readonly string[],
  run: ContributionRun | undefined,
  explain: boolean,
): { readonly out: string; readonly refusals: readonly Refusal[] } {
  let out = '';
  const refusals: Refusal[] = [];
  for (const text of lines) {
    for (const line of input.next(text)) {
      const reckoned = line.allowed ? run?.reckon(line.value) : line;
      if (reckoned?.allowed === false) refusals.push(...reckoned.refusals);
      if (reckoned?.allowed !== true || refusals.length > 0) continue;
      const { explanation, ...plain } = reckoned.value;
      out += `${JSON.stringify(explain ? { ...plain, explanation } : plain)}\n`;
    }
  }
  return { out, refusals };
}

/** A pack's worked case of this command: one line and the year of the run. */
export function contributeCase(
  pack: Parameters<typeof openContributionRun>[0],
  input: Readonly<Record<string, unknown>>,
): Decision<unknown> {
  const line = checkShape(contributionLineSchema, input['line']);
  if (!line.allowed) return line;
  const run = openContributionRun(pack, Number(input['year']));
  return run.allowed ? run.value.reckon({ at: 'line', line: line.value }) : run;
}
