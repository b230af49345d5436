import type { AdjustmentFacts, PoolAmount, PoolFacts, PoolField } from '#domain/adjustment/facts';
import type { AdjustmentPlan, PlannedStep } from '#domain/adjustment/plan';
import type { Refusal } from '#kernel/decision';
import { maxFen, ZERO_FEN } from '#kernel/fen';

/** Lists why a plan cannot reckon these facts: year, insurance type, missing fields, unknown ids. */
export function checkFacts(plan: AdjustmentPlan, facts: AdjustmentFacts): readonly Refusal[] {
  const outside = checkInForce(plan, facts);
  if (outside.length > 0) return outside;
  const needed = neededFields(plan, facts);
  const ids = facts.pools.map((pool) => pool.id);
  const reserved = plan.steps.flatMap((step) => step.mechanism.reservedIds ?? []);
  return [
    ...facts.pools.flatMap((pool, index) => [
      ...(reserved.includes(pool.id) ? [reservedId(index, pool.id)] : []),
      ...(ids.indexOf(pool.id) === index ? [] : [duplicatePool(index, pool.id)]),
      ...needed.filter((field) => !hasField(pool, field)).map((field) => missingField(index, pool.id, field)),
      ...checkLegacy(pool, index, needed),
    ]),
    ...facts.reserveReleases.flatMap(({ pool }, index) =>
      ids.includes(pool) ? [] : [unknownPool(`reserveReleases[${index}].pool`, pool)],
    ),
    ...facts.recoveries.flatMap((recovery, index) =>
      (['placeOfCare', 'placeOfInsurance'] as const)
        .filter((member) => !ids.includes(recovery[member]))
        .map((member) => unknownPool(`recoveries[${index}].${member}`, recovery[member])),
    ),
  ];
}

/** Lists the fields that each pool must have for this pipeline, in the order in which its steps need them. */
export function neededFields(
  plan: AdjustmentPlan,
  facts: Pick<AdjustmentFacts, 'replaced'>,
): readonly PoolField[] {
  const always: readonly PoolField[] = ['revenue', 'expenditure', 'openingBalance'];
  const needed = plan.steps.flatMap((step) =>
    step.mechanism.needs(choiceIn(step), (argument) => choiceIn(step)(argument) in facts.replaced),
  );
  return [...new Set([...needed, ...always])];
}

/** Lists the fields that a pool may have or lack for this pipeline. */
export function optionalFields(plan: AdjustmentPlan): readonly PoolField[] {
  return [...new Set(plan.steps.flatMap((step) => step.mechanism.mayTake?.(choiceIn(step)) ?? []))];
}

/** The balance from before pooling is part of the opening balance (contract). */
function checkLegacy(pool: PoolFacts, index: number, needed: readonly PoolField[]): readonly Refusal[] {
  const { legacyBalance = ZERO_FEN, openingBalance = ZERO_FEN } = pool.amounts;
  if (!needed.includes('legacyBalance') || legacyBalance <= maxFen(ZERO_FEN, openingBalance)) return [];
  return [
    {
      code: 'legacy_above_opening',
      at: `pools[${index}].legacyBalance`,
      what: {
        zh: '统筹前结余超过年初结余',
        en: 'the balance from before pooling is above the opening balance',
      },
      next: { zh: '请改为年初结余中属于统筹前的部分', en: 'give the part of the opening balance that it is' },
    },
  ];
}

export function choiceIn(step: PlannedStep): (argument: string) => string {
  return (argument) => String(step.arguments[argument]);
}

function hasField(pool: PoolFacts, field: PoolField): boolean {
  return pool[field as keyof PoolFacts] !== undefined || pool.amounts[field as PoolAmount] !== undefined;
}

function checkInForce(plan: AdjustmentPlan, facts: AdjustmentFacts): readonly Refusal[] {
  const firstYear = plan.firstYear.get(facts.scheme);
  if (firstYear === undefined) {
    return [
      {
        code: 'not_in_force',
        at: 'scheme',
        ...clauseOf(plan),
        what: { zh: `本规定不含险种 ${facts.scheme}`, en: `the rule does not cover scheme ${facts.scheme}` },
        next: {
          zh: `可选险种：${[...plan.firstYear.keys()].join('、')}`,
          en: `schemes covered: ${[...plan.firstYear.keys()].join(', ')}`,
        },
      },
    ];
  }
  if (facts.year >= firstYear) return [];
  return [
    {
      code: 'not_in_force',
      at: 'year',
      ...clauseOf(plan),
      what: { zh: `${facts.year} 年规定尚未施行`, en: `the rule is not in force in ${facts.year}` },
      next: { zh: `请选择 ${firstYear} 年及以后`, en: `choose ${firstYear} or later` },
    },
  ];
}

function clauseOf(plan: AdjustmentPlan): { readonly clause?: string } {
  return plan.cite[0] === undefined ? {} : { clause: plan.cite[0] };
}

function reservedId(index: number, id: string): Refusal {
  return {
    code: 'reserved_id',
    at: `pools[${index}].id`,
    what: {
      zh: `编号 ${id} 在结果中指调剂金本身，不得用作统筹区编号`,
      en: `${id} stands for the fund itself in the result and is no id of a pool`,
    },
    next: { zh: '请换一个编号', en: 'give the pool another id' },
  };
}

function duplicatePool(index: number, id: string): Refusal {
  return {
    code: 'duplicate_pool',
    at: `pools[${index}].id`,
    what: { zh: `统筹区 ${id} 重复`, en: `the pool ${id} is given twice` },
    next: { zh: '每个统筹区只保留一行', en: 'keep one entry per pool' },
  };
}

function missingField(index: number, id: string, field: string): Refusal {
  return {
    code: 'missing_field',
    at: `pools[${index}].${field}`,
    what: { zh: `统筹区 ${id} 缺少 ${field}`, en: `pool ${id} lacks ${field}` },
    next: { zh: '请补充；缺失不等于零', en: 'give it: missing is never zero' },
  };
}

function unknownPool(at: string, id: string): Refusal {
  return {
    code: 'unknown_pool',
    at,
    what: { zh: `pools 中没有统筹区 ${id}`, en: `${id} is not among the pools` },
    next: { zh: '请改正编号或补充该统筹区', en: 'correct the id or add the pool' },
  };
}
