import { computeContributions } from '#application/contribution/compute-contributions';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { conclude, missingFile, refused, tellStanding, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { checkShape } from '#contract/check-shape';
import { contributionLineSchema } from '#contract/contribution-line';
import { readContributionLines } from '#contract/contribution-lines';
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
 * and a line out. Nothing is written unless every line is good.
 */
export async function runContribute(services: CliServices, options: ContributeOptions): Promise<ExitStatus> {
  const { terminal } = services;
  const pack = await loadPackWithParents(services, options.pack);
  if (!pack.allowed) return refused(terminal, pack.refusals);
  const text = await services.readText(options.input);
  if (text === undefined) return refused(terminal, [missingFile(options.input)]);
  const { placed, refusals } = readContributionLines(options.input, text);
  if (placed.length === 0) return refused(terminal, refusals);
  const year = Number.parseInt(options.year, 10);
  const mode = options.production === true ? 'refuse' : 'state';
  const computed = computeContributions(pack.value, year, placed, mode);
  const faults = [...refusals, ...(computed.allowed ? [] : computed.refusals)];
  if (faults.length > 0) return refused(terminal, byLine(options.input, faults));
  return conclude(terminal, computed, (run) => {
    tellStanding(terminal, run);
    const out = run.lines.map(({ explanation, ...plain }) =>
      JSON.stringify(options.explain === true ? { ...plain, explanation } : plain),
    );
    terminal.out(`${out.join('\n')}\n`);
  });
}

/** A pack's worked case of this command: one line and the year of the run. */
export function contributeCase(
  pack: Parameters<typeof computeContributions>[0],
  input: Readonly<Record<string, unknown>>,
): Decision<unknown> {
  const line = checkShape(contributionLineSchema, input['line']);
  if (!line.allowed) return line;
  const run = computeContributions(pack, Number(input['year']), [{ at: 'line', line: line.value }]);
  return run.allowed ? { allowed: true, value: run.value.lines[0] } : run;
}

/** Problems in the order of the file's lines; what concerns the whole run comes first. */
function byLine(file: string, refusals: readonly Refusal[]): readonly Refusal[] {
  const lineOf = ({ at }: Refusal): number =>
    at.startsWith(`${file}:`) ? Number.parseInt(at.slice(file.length + 1), 10) : 0;
  return refusals.toSorted((a, b) => lineOf(a) - lineOf(b));
}
