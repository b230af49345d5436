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

type Reckon = (
  id: string,
  label: Bilingual,
  inputs: readonly Figure[],
  formula: string,
  amount: Fen,
) => Figure;

/**
 * What one county bears before and after sharing: collection short of the task, its part of the gap, an
 * audited gap from before pooling and losses from breaches; and the city's part of the gap (JH-R2 to JH-R4).
 */
export function countyBurdens(pool: PoolState, step: StepContext): readonly BurdenRow[] {
  const { id } = pool.facts;
  const reckon: Reckon = (name, label, inputs, formula, amount) =>
    step.trace.figure(
      {
        id: `${name}/${id}`,
        label,
        formula: () => alike(`${formula} = ${yuan({ fen: amount })}`),
        cite: step.cite,
        readings: step.readings,
        inputs,
      },
      amount,
    );
  const shortfall = collectionShortfall(pool, reckon);
  const gap = gapToShare(pool, shortfall, reckon);
  const { city, county } = shareGapByClass(pool, gap, step, reckon);

  const legacy = given(pool, 'legacyBalance');
  const owed = fen(shortfall.fen + county.fen);
  const fromLegacy = reckon(
    'legacy-used',
    { zh: '动用统筹前结余', en: 'From the balance from before pooling' },
    [shortfall, county, legacy],
    `min(${yuan(shortfall)} + ${yuan(county)}, ${yuan(legacy)})`,
    minFen(owed, legacy.fen),
  );
  const [audited, breach] = [given(pool, 'auditedPriorGap'), given(pool, 'breachLoss')];
  const fromTreasury = reckon(
    'treasury-borne',
    { zh: '县级财政承担', en: "Borne by the county's treasury" },
    [shortfall, county, fromLegacy, audited, breach],
    `${yuan(shortfall)} + ${yuan(county)} − ${yuan(fromLegacy)} + ${yuan(audited)} + ${yuan(breach)}`,
    fen(owed - fromLegacy.fen + audited.fen + breach.fen),
  );
  const row = (bearer: Bearer, amount: Figure): BurdenRow => ({ pool: id, bearer, amount, cite: step.cite });
  return [row('legacy_balance', fromLegacy), row('local_treasury', fromTreasury), row('city', city)].filter(
    (burden) => burden.amount.fen > ZERO_FEN,
  );
}

function collectionShortfall(pool: PoolState, reckon: Reckon): Figure {
  const [task, collected] = [given(pool, 'collectionTask'), given(pool, 'collections')];
  return reckon(
    'collection-shortfall',
    { zh: '征缴任务欠收', en: 'Collection short of the task' },
    [task, collected],
    `max(0, ${yuan(task)} − ${yuan(collected)})`,
    positivePart(task.fen - collected.fen),
  );
}

function gapToShare(pool: PoolState, shortfall: Figure, reckon: Reckon): Figure {
  const [spent, breach, revenue] = [
    given(pool, 'expenditure'),
    given(pool, 'breachLoss'),
    given(pool, 'revenue'),
  ];
  return reckon(
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
  const part = roundToFen(timesFraction(gap.fen, share.exact), 'half_up');
  const city = step.trace.figure(
    {
      id: `city-part/${pool.facts.id}`,
      label: { zh: '市级分担', en: "The city's part" },
      formula: () => alike(`${yuan(gap)} × ${formatRate(share.exact)} = ${yuan({ fen: part })}`),
      cite: step.cite,
      readings: step.readings,
      inputs: [gap, share],
    },
    part,
  );
  const county = reckon(
    'county-part',
    { zh: '县级分担', en: "The county's part" },
    [gap, city],
    `${yuan(gap)} − ${yuan(city)}`,
    fen(gap.fen - part),
  );
  return { city, county };
}
