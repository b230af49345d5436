import type { UnpaidBenefits } from '#domain/adjustment-year/unpaid-benefits';
import { groupThousands } from '#kernel/decimal-text';
import type { Refusal } from '#kernel/decision';

type Clause = { readonly clause?: string };

/** Refuses to freeze figures without a note while pools owe settled benefits, which figures on cash basis leave out. */
export function benefitsUnpaid(unpaid: readonly UnpaidBenefits[], clause: Clause): Refusal {
  const told = unpaid.map(({ pool, amount }) => `${pool} ${groupThousands(amount)}`);
  return {
    code: 'benefits_unpaid',
    at: 'note',
    ...clause,
    what: {
      zh: `年末已确认未支付的款项（元）：${told.join('、')}；数据按收付实现制归集，不含这些款项`,
      en: `settled but unpaid at the year's end, in yuan: ${told.join(', ')}; the figures are on cash basis and leave it out`,
    },
    next: {
      zh: '请核实后写明情况及文号再锁定；说明与数据一并保留',
      en: 'verify the amounts, then give the reason and its document; they are kept with the figures',
    },
  };
}

/** Refuses to freeze figures while a listed member has no books of the insurance type and no reason is recorded. */
export function membersLeftOut(pools: readonly string[], clause: Clause): Refusal {
  return {
    code: 'members_left_out',
    at: 'note',
    ...clause,
    what: {
      zh: `归属此调剂金而无该险种账套、不在本年度之内的统筹区：${pools.join('、')}`,
      en: `members without books of this insurance type, left out of this year: ${pools.join(', ')}`,
    },
    next: {
      zh: '请先为其建账；确不办此险种的，写明理由及文号后再锁定',
      en: 'open their books first; where they do not have this insurance, give the reason and its document',
    },
  };
}

/** Refuses to propose or decide from a snapshot that lacks a figure recorded, or a matter granted, since the freeze. */
export function recordedSinceFreeze(at: string): Refusal {
  return {
    code: 'recorded_since_freeze',
    at,
    what: {
      zh: '锁定数据以后，该项数据又有填报、归集或事项决定，方案未计入',
      en: 'since the figures were frozen this one was recorded or decided anew; the proposal leaves it out',
    },
    next: {
      zh: '请重新归集并锁定数据（已提出的方案先退回），再提出方案',
      en: 'gather and freeze the figures again, after returning a proposal, then propose',
    },
  };
}

/** Refuses to freeze figures without a note while the final account of a pool's budget is not approved. */
export function finalAccountMissing(pools: readonly string[], clause: Clause): Refusal {
  return {
    code: 'final_account_missing',
    at: 'note',
    ...clause,
    what: {
      zh: `本年度决算尚未批准的统筹区：${pools.join('、')}；调剂应在基金决算之后结算`,
      en: `pools whose final account of the year is not approved: ${pools.join(', ')}; the fund is settled after it`,
    },
    next: {
      zh: '请先办结决算；确需先行结算的，写明情况及文号，说明与数据一并保留',
      en: 'have the final accounts approved; to settle before them, give the reason and its document',
    },
  };
}
