import { findApproved } from '#application/adjustment-year/approved-version';
import { readProposal } from '#application/adjustment-year/snapshot';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import type {
  AdjustmentYear,
  AdjustmentYearStore,
  YearOffice,
} from '#application/ports/adjustment-year-store';
import type { YearShare } from '#application/ports/audit-bundles';
import type { RunSummary } from '#application/ports/run-store';
import { partsOfLine } from '#domain/adjustment-year/year-line';
import type { YearStep } from '#domain/adjustment-year/year-step';
import { formatYuan } from '#kernel/fen';
import { present } from '#kernel/assert';

/** What years of adjustment have reckoned for some pools. */
interface YearsOfPools {
  /** Ids of the runs of years whose fund is among the pools: their figures are the fund's to show. */
  readonly runs: ReadonlySet<string>;
  /** What approved years of any fund decided for the pools, and nothing of the others. */
  readonly shares: readonly YearShare[];
}

/** @param runs every stored run */
export function yearsOfPools(
  store: AdjustmentYearStore,
  pools: ReadonlySet<string>,
  runs: readonly RunSummary[],
): Promise<YearsOfPools> {
  const engines = new Map(runs.map(({ id, engineVersion }) => [id, engineVersion]));
  return store.within(MACHINE_SCOPE, async (office) => {
    const steps = await office.listSteps();
    const given = new Set<string>();
    const shares: YearShare[] = [];
    for (const year of await office.listYears()) {
      const ofYear = steps.get(year.id) ?? [];
      if (pools.has(year.fund)) {
        for (const step of ofYear) if (step.kind === 'proposed') given.add(readProposal(step).run);
      }
      shares.push(...(await sharesOf(office, year, ofYear, pools, engines)));
    }
    return { runs: given, shares };
  });
}

async function sharesOf(
  office: YearOffice,
  { id: yearId, fund, insuranceType, year }: AdjustmentYear,
  steps: readonly YearStep[],
  pools: ReadonlySet<string>,
  engines: ReadonlyMap<string, string>,
): Promise<readonly YearShare[]> {
  const approved = findApproved(steps);
  if (approved === undefined) return [];
  const { version } = approved;
  const { run, resultHash, packHash, lines } = approved.proposal;
  const posted = await office.listPostings(yearId);
  const poolOf = (line: string): string => partsOfLine(line).pool;
  const concerned = new Set([
    ...lines.map(({ id }) => poolOf(id)),
    ...posted.map(({ line }) => poolOf(line)),
  ]);
  return [...concerned]
    .filter((pool) => pools.has(pool))
    .map((pool) => ({
      yearId,
      fund,
      insuranceType,
      year,
      version,
      pool,
      run,
      resultHash,
      packHash,
      engineVersion: present(engines.get(run), `run ${run}`),
      lines: lines.filter(({ id }) => poolOf(id) === pool),
      postings: posted
        .filter(({ line }) => poolOf(line) === pool)
        .map(({ line, part, version: of, event, amount }) => ({
          line,
          part,
          version: of,
          event: event.toString(),
          amount: formatYuan(amount),
        })),
    }));
}
