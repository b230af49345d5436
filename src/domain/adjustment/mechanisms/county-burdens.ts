import type { StepContext } from '#domain/adjustment/mechanism';
import type { Bearer, BurdenRow } from '#domain/adjustment/rows';
import { given, type PoolState } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { fen, minFen, positivePart, ZERO_FEN, type Fen } from '#kernel/fen';
import { formatRate } from '#kernel/rate';
import { roundToFen, timesFraction } from '#kernel/rounding';
import type { Figure } from '#rules/explain/trace';

type CiteArgument = 'audited_cite' | 'pooled_cite' | 'legacy_cite' | 'shared_cite';

/** Lists the clauses that govern a figure, where the pack names them for it; otherwise all of the step's. */
export function citeOf(step: StepContext, ...names: readonly CiteArgument[]): readonly string[] {
  const named = names.filter((name) => step.has(name)).map((name) => step.choice(name));
  return named.length === 0 ? step.cite : named;
}

type Reckon = (
  cite: readonly string[],
  id: string,
  label: Bilingual,
  inputs: readonly Figure[],
  formula: string,
  amount: Fen,
) => Figure;

/**
 * Reckons the burdens of one county: collection short of the task, its part of the gap, an audited gap from before
 * pooling, and losses from breaches; and the city's part of the gap (JH-R2 to JH-R4).
 */
export function countyBurdens(pool: PoolState, step: StepContext): readonly BurdenRow[] {
  const { id } = pool.facts;
  const reckon: Reckon = (cite, name, label, inputs, formula, amount) =>
    step.trace.figure(
      {
        id: `${name}/${id}`,
        label,
        formula: () => alike(`${formula} = ${yuan({ fen: amount })}`),
        cite,
        readings: step.readings,
        inputs,
      },
      amount,
    );
  const [shared, fromOld] = [citeOf(step, 'shared_cite'), citeOf(step, 'legacy_cite')];
  const ofTreasury = citeOf(step, 'audited_cite', 'shared_cite');
  const shortfall = collectionShortfall(pool, shared, reckon);
  const gap = gapToShare(pool, shortfall, shared, reckon);
  const { city, county } = shareGapByClass(pool, gap, step, reckon);

  const legacy = given(pool, 'legacyBalance');
  const owed = fen(shortfall.fen + county.fen);
  const fromLegacy = reckon(
    fromOld,
    'legacy-used',
    { zh: '动用统筹前结余', en: 'From the balance from before pooling' },
    [shortfall, county, legacy],
    `min(${yuan(shortfall)} + ${yuan(county)}, ${yuan(legacy)})`,
    minFen(owed, legacy.fen),
  );
  const [audited, breach] = [given(pool, 'auditedPriorGap'), given(pool, 'breachLoss')];
  const fromTreasury = reckon(
    ofTreasury,
    'treasury-borne',
    { zh: '县级财政承担', en: "Borne by the county's treasury" },
    [shortfall, county, fromLegacy, audited, breach],
    `${yuan(shortfall)} + ${yuan(county)} − ${yuan(fromLegacy)} + ${yuan(audited)} + ${yuan(breach)}`,
    fen(owed - fromLegacy.fen + audited.fen + breach.fen),
  );
  const row = (bearer: Bearer, amount: Figure, cite: readonly string[]): BurdenRow => {
    return { pool: id, bearer, amount, cite };
  };
  return [
    row('legacy_balance', fromLegacy, fromOld),
    row('local_treasury', fromTreasury, ofTreasury),
    row('city', city, shared),
  ].filter((burden) => burden.amount.fen > ZERO_FEN);
}

function collectionShortfall(pool: PoolState, cite: readonly string[], reckon: Reckon): Figure {
  const [task, collected] = [given(pool, 'collectionTask'), given(pool, 'collections')];
  return reckon(
    cite,
    'collection-shortfall',
    { zh: '征缴任务欠收', en: 'Collection short of the task' },
    [task, collected],
    `max(0, ${yuan(task)} − ${yuan(collected)})`,
    positivePart(task.fen - collected.fen),
  );
}

function gapToShare(pool: PoolState, shortfall: Figure, cite: readonly string[], reckon: Reckon): Figure {
  const [spent, breach, revenue] = [
    given(pool, 'expenditure'),
    given(pool, 'breachLoss'),
    given(pool, 'revenue'),
  ];
  return reckon(
    cite,
    'gap',
    { zh: '市县分担的缺口', en: 'Gap that city and county share' },
    [spent, breach, revenue, shortfall],
    `max(0, ${yuan(spent)} − ${yuan(breach)} − ${yuan(revenue)} − ${yuan(shortfall)})`,
    positivePart(spent.fen - breach.fen - revenue.fen - shortfall.fen),
  );
}

/** The city's part by the county's class, half up; the county's is the rest (JH-R3). */
function shareGapByClass(
  pool: PoolState,
  gap: Figure,
  step: StepContext,
  reckon: Reckon,
): { readonly city: Figure; readonly county: Figure } {
  const countyClass = present(pool.facts.class, `the class of ${pool.facts.id}`);
  const cell = { county_class: `class_${countyClass}` };
  const share = step.rate('city_share', cell);
  const cite = citeOf(step, 'shared_cite');
  const part = roundToFen(timesFraction(gap.fen, share.exact), 'half_up');
  const city = step.trace.figure(
    {
      id: `city-part/${pool.facts.id}`,
      label: { zh: '市级分担', en: "The city's part" },
      formula: () => alike(`${yuan(gap)} × ${formatRate(share.exact)} = ${yuan({ fen: part })}`),
      cite,
      readings: step.readings,
      inputs: [gap, share],
    },
    part,
  );
  const county = reckon(
    cite,
    'county-part',
    { zh: '县级分担', en: "The county's part" },
    [gap, city],
    `${yuan(gap)} − ${yuan(city)}`,
    fen(gap.fen - part),
  );
  return { city, county };
}
