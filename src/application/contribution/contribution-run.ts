import type { ContributionOutput, PlacedLine } from '#application/contribution/line';
import { periodOf, readRow } from '#application/contribution/read-row';
import { createContributor, type Contribution, type Contributor } from '#domain/contribution/contribute';
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

/** A value used that nobody with the authority has stated. */
interface UsedAssumption {
  readonly value: string;
  readonly reading: string;
}

/**
 * Opens the reckoning of persons' contributions in one year, or says why no line of that year can be reckoned.
 * @param assumptions `refuse` for a production run, which no assumed figure may enter
 */
export function openContributionRun(
  pack: Pack,
  year: number,
  assumptions: 'state' | 'refuse' = 'state',
): Decision<ContributionRun> {
  const plan = planContribution(pack);
  if (!plan.allowed) return plan;
  const read = readYear(plan.value, year);
  if (!read.allowed) return read;
  const contributor = createContributor(plan.value, { assumptions });
  return allow(new ContributionRun(packStatus(pack), contributor, read.value));
}

/** Takes lines one after the other. Of each it keeps only whose period it is, so that nobody is reckoned twice. */
export class ContributionRun {
  readonly status: 'in_force' | 'draft';
  readonly #contributor: Contributor;
  readonly #year: InsuranceYear;
  /** By period, then by person: the line's place. */
  readonly #seen = new Map<string, Map<string, string>>();
  readonly #used = new Map<string, string>();

  constructor(status: 'in_force' | 'draft', contributor: Contributor, year: InsuranceYear) {
    this.status = status;
    this.#contributor = contributor;
    this.#year = year;
  }

  /** The contribution of a line, or every fault of it, each with its place. */
  reckon(placed: PlacedLine): Decision<ExplainedContribution> {
    const { at, line } = placed;
    const repeated = this.#repeated(placed);
    const row = readRow(line, this.#year);
    const contribution = row.allowed ? this.#contributor.contribute(row.value) : row;
    if (!contribution.allowed) {
      const refusals = contribution.refusals.map((refusal) => placedAt(at, refusal));
      return { allowed: false, refusals: [...repeated, ...refusals] };
    }
    for (const { name, reading, standing } of contribution.value.assumptions) {
      this.#used.set(name, reading ?? standing);
    }
    return allowUnless(repeated, () => outputOf(line.id, contribution.value));
  }

  /** Values used in the lines so far that nobody with the authority has stated, each once. */
  assumptions(): readonly UsedAssumption[] {
    return [...this.#used].map(([value, reading]) => ({ value, reading }));
  }

  #repeated({ at, line }: PlacedLine): readonly Refusal[] {
    const period = periodOf(line, this.#year);
    const persons = this.#seen.get(period) ?? new Map<string, string>();
    this.#seen.set(period, persons);
    const first = persons.get(line.id);
    if (first !== undefined) return [repeatedPerson(at, line.id, first)];
    persons.set(line.id, at);
    return [];
  }
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

function repeatedPerson(at: string, id: string, first: string): Refusal {
  return {
    code: 'duplicate_id',
    at: `${at} id`,
    what: {
      zh: `${id} 在同一期间已见于 ${first}`,
      en: `${id} is given for the same period at ${first}`,
    },
    next: { zh: '同一人同一期间只留一行', en: 'keep one line a person and period' },
  };
}
