import type { UnpaidBenefits } from '#domain/adjustment-year/unpaid-benefits';
import type { Refusal } from '#kernel/decision';

type Clause = { readonly clause?: string };

/** Refuses to freeze figures without a note while pools owe settled benefits, which figures on cash basis leave out. */
export function benefitsUnpaid(unpaid: readonly UnpaidBenefits[], clause: Clause): Refusal {
  const told = unpaid.map(({ pool, amount }) => `${pool} ${amount}`);
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
