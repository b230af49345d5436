import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { ExplainedOutput } from '#application/adjustment/output';
import { panelNeeds } from '#application/panel/panel-needs';
import { planAdjustment, type AdjustmentPlan } from '#domain/adjustment/plan';
import type { Statement } from '#domain/disclosure/statement';
import type { PanelAssumptions } from '#domain/panel/assumptions';
import { schemeRows } from '#domain/panel/build-year';
import { PANEL_SCHEMES, type PanelNeeds, type PanelScheme } from '#domain/panel/fields';
import type { YearFigures } from '#domain/panel/figure';
import type { Panel, PanelRow } from '#domain/panel/panel';
import { panelInput, type PanelInput } from '#domain/panel/panel-input';
import { publishedFigures, type PublishedFigures } from '#domain/panel/published-use';
import { readPanelRows } from '#domain/panel/read-panel-rows';
import type { CarriedOver, SchemeYear } from '#domain/panel/scheme-year';
import { poolYears } from '#domain/panel/year-figures';
import { present } from '#kernel/assert';
import { allow, collect, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, type Fen, fenOf, maxFen, minFen, sumFen, ZERO_FEN } from '#kernel/fen';
import type { Pack } from '#rules/pack/pack';

/**
 * Builds the panels of a place, one year after another: each year's adjustment is reckoned by the pack, and its
 * closing balances, levies and what is left of old balances open the year after it.
 */
export function buildPanels(
  assumptions: PanelAssumptions,
  statements: readonly Statement[],
  pack: Pack,
): Decision<readonly Panel[]> {
  const plan = planAdjustment(pack);
  if (!plan.allowed) return plan;
  const refusals: Refusal[] = [];
  const published = publishedFigures(assumptions.published, statements, refusals);
  const courses = new Map(
    PANEL_SCHEMES.filter((scheme) => plan.value.firstYear.has(scheme)).map((scheme) => [
      scheme,
      courseOf(assumptions, published, scheme, refusals),
    ]),
  );
  const carried = new Map<PanelScheme, CarriedOver>();
  const panels: Panel[] = [];
  for (const [index, year] of assumptions.years.entries()) {
    const needs = panelNeeds(plan.value, year.year);
    const rows: PanelRow[] = [];
    for (const scheme of needs.schemes) {
      if (refusals.length > 0) break;
      const figures = new Map(
        [...present(courses.get(scheme), scheme)].map(([pool, years]) => [
          pool,
          present(years[index], `${pool} in ${year.year}`),
        ]),
      );
      const of = { assumptions, year, scheme, figures, needed: needs.fields, carried: carried.get(scheme) };
      const built = collect(buildSchemeYear(plan.value, needs, of), refusals);
      if (built === undefined) continue;
      rows.push(...built.rows);
      carried.set(scheme, built.carried);
    }
    panels.push({ year: year.year, rows });
  }
  const [first, ...others] = refusals;
  return first === undefined ? allow(panels) : refuse(first, ...others);
}

/** The figures of all years of each pool that has the insurance type. */
function courseOf(
  assumptions: PanelAssumptions,
  published: PublishedFigures,
  scheme: PanelScheme,
  refusals: Refusal[],
): ReadonlyMap<string, readonly YearFigures[]> {
  return new Map(
    assumptions.cities
      .filter((city) => city[scheme] !== undefined)
      .map((city) => [city.id, poolYears({ assumptions, published, scheme, city }, refusals)]),
  );
}

interface SchemeYearBuilt {
  readonly rows: readonly PanelRow[];
  readonly carried: CarriedOver;
}

/** Reckoned twice: the first time tells the deficits that treasuries are to cover. */
function buildSchemeYear(
  plan: AdjustmentPlan,
  needs: PanelNeeds,
  of: Omit<SchemeYear, 'deficits'>,
): Decision<SchemeYearBuilt> {
  const bare = reckon(plan, needs, { ...of, deficits: undefined });
  if (!bare.allowed || !of.needed.has('treasuryCover')) return bare;
  const { output } = bare.value;
  const deficits = new Map([...of.figures.keys()].map((pool) => [pool, burdenOf(output, pool, 'uncovered')]));
  return reckon(plan, needs, { ...of, deficits });
}

function reckon(
  plan: AdjustmentPlan,
  { fields }: PanelNeeds,
  of: SchemeYear,
): Decision<SchemeYearBuilt & { readonly output: ExplainedOutput }> {
  const refusals: Refusal[] = [];
  const rows = schemeRows(of, refusals);
  const [first, ...others] = refusals;
  if (first !== undefined) return refuse(first, ...others);
  const at = `${plan.pack.raw.id}-${of.year.year}`;
  const panel = readPanelRows(
    { file: at, year: of.year.year, needs: { schemes: [of.scheme], fields } },
    rows.map((row) => ({ ...row, at: `${at} ${row.subject} ${row.field}` })),
  );
  if (!panel.allowed) return panel;
  const input = panelInput(panel.value, of.scheme);
  const output = proposeAdjustment(plan.pack, input);
  if (!output.allowed) return output;
  return allow({ rows, carried: carriedOver(input, output.value), output: output.value });
}

function carriedOver(input: PanelInput, output: ExplainedOutput): CarriedOver {
  return {
    fundClosing: fenOf(output.fund.closingBalance),
    pools: new Map(
      output.pools.map(({ id, balanceAfter, levy }) => {
        const legacy = fenOf(input.pools.find((pool) => pool.id === id)?.legacyBalance ?? '0.00');
        const left = fen(legacy - burdenOf(output, id, 'legacy_balance'));
        const balance = fenOf(balanceAfter);
        return [
          id,
          {
            balanceAfter: balance,
            levy: fenOf(levy),
            legacyLeft: minFen(left, maxFen(ZERO_FEN, balance)),
          },
        ];
      }),
    ),
  };
}

function burdenOf(output: ExplainedOutput, pool: string, bearer: string): Fen {
  const rows = output.burdens.filter((row) => row.pool === pool && row.bearer === bearer);
  return sumFen(rows.map((row) => fenOf(row.amount)));
}
