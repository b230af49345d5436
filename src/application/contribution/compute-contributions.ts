import type { ContributionOutput, PlacedLine } from '#application/contribution/line';
import { periodOf, readRow } from '#application/contribution/read-row';
import { createContributor, type Contribution } from '#domain/contribution/contribute';
import { PARTS, type Part } from '#domain/contribution/formulas/parts';
import { planContribution, type ContributionPlan } from '#domain/contribution/plan';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { formatYuan } from '#kernel/fen';
import { parseInsuranceYear, type InsuranceYear } from '#kernel/insurance-year';
import type { ExplainedNode } from '#rules/explain/node';
import { packStatus, type Pack } from '#rules/pack/pack';

/** A line out with what explains it. */
export interface ExplainedContribution extends ContributionOutput {
  readonly explanation: readonly ExplainedNode[];
}

export interface ContributionRun {
  readonly status: 'in_force' | 'draft';
  readonly lines: readonly ExplainedContribution[];
  /** Values used in any line that nobody with the authority has stated, each once. */
  readonly assumptions: readonly { readonly value: string; readonly reading: string }[];
}

/**
 * Reckons the contributions of a file's persons in one year, in their order. One faulty line refuses them all;
 * every fault of every line is named with its place.
 * @param assumptions `refuse` for a production run, which no assumed figure may enter
 */
export function computeContributions(
  pack: Pack,
  year: number,
  placed: readonly PlacedLine[],
  assumptions: 'state' | 'refuse' = 'state',
): Decision<ContributionRun> {
  const plan = planContribution(pack);
  if (!plan.allowed) return plan;
  const read = readYear(plan.value, year);
  if (!read.allowed) return read;
  const contributor = createContributor(plan.value, { assumptions });
  const refusals: Refusal[] = [...repeatedPersons(placed, read.value)];
  const lines: ExplainedContribution[] = [];
  const used = new Map<string, string>();
  for (const { at, line } of placed) {
    const row = readRow(line, read.value);
    const contribution = row.allowed ? contributor.contribute(row.value) : row;
    if (!contribution.allowed) {
      refusals.push(...contribution.refusals.map((refusal) => placedAt(at, refusal)));
      continue;
    }
    for (const { name, reading, standing } of contribution.value.assumptions) {
      used.set(name, reading ?? standing);
    }
    lines.push(outputOf(line.id, contribution.value));
  }
  return allowUnless(refusals, () => ({
    status: packStatus(pack),
    lines,
    assumptions: [...used].map(([value, reading]) => ({ value, reading })),
  }));
}

function outputOf(id: string, { parts, cite, nodes }: Contribution): ExplainedContribution {
  const amounts = Object.fromEntries(PARTS.map((part) => [part, formatYuan(parts[part])])) as Record<
    Part,
    string
  >;
  return { id, ...amounts, cite, explanation: nodes };
}

function placedAt(at: string, refusal: Refusal): Refusal {
  return { ...refusal, at: `${at} ${refusal.at}`.trimEnd() };
}

/** A year before the first of the pack's rules is refused as a whole; which kinds begin later is told by line. */
function readYear({ kinds }: ContributionPlan, year: number): Decision<InsuranceYear> {
  const read = parseInsuranceYear(year);
  const first = Math.min(...[...kinds.values()].map(({ firstYear }) => firstYear));
  if (read !== undefined && read >= first) return allow(read);
  return refuse({
    code: read === undefined ? 'bad_year' : 'not_in_force',
    at: '--year',
    what: { zh: `${year} 年没有施行的缴费规则`, en: `no contribution rule is in force in ${year}` },
    next: { zh: `请选择 ${first} 年或以后`, en: `choose ${first} or later` },
  });
}

function repeatedPersons(placed: readonly PlacedLine[], year: InsuranceYear): readonly Refusal[] {
  const seen = new Map<string, string>();
  return placed.flatMap(({ at, line }) => {
    const key = JSON.stringify([line.id, periodOf(line, year)]);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, at);
      return [];
    }
    return [
      {
        code: 'duplicate_id',
        at: `${at} id`,
        what: {
          zh: `${line.id} 在同一期间已见于 ${first}`,
          en: `${line.id} is given for the same period at ${first}`,
        },
        next: { zh: '同一人同一期间只留一行', en: 'keep one line a person and period' },
      },
    ];
  });
}
