import type { EventRow, RequestRow } from '#application/ports/ledger-rows';
import type { Amounts } from '#application/proof/amounts';
import type { ArtefactTemplate } from '#application/proof/check-templates';

/** What an event added to a sum, so that its reversal takes it away again. */
type Added = readonly (readonly [sum: string, amount: bigint])[];

export interface ReturnedAmounts {
  /** Notes an event and tells whether it returns no more of its year than was given, less what went back before. */
  isWithin(event: EventRow, template: ArtefactTemplate | undefined, amounts: Amounts): boolean;
}

/** Sums of what was approved by books, template and year, for templates that give back of others (NAT-28.8). */
export function createReturnedAmounts(requestOf: ReadonlyMap<string, RequestRow>): ReturnedAmounts {
  const sums = new Map<string, bigint>();
  const events = new Map<string, { readonly year: string; readonly added: Added }>();
  const add = (added: Added, sign: 1n | -1n): void => {
    for (const [sum, amount] of added) sums.set(sum, (sums.get(sum) ?? 0n) + sign * amount);
  };
  return {
    isWithin: (event, template, amounts) => {
      const { number, approval, reverses, corrects, pool, insuranceType, effectiveOn } = event;
      if (reverses !== null) add(events.get(reverses)?.added ?? [], -1n);
      if (reverses !== null || approval === null || template === undefined) return true;
      const { returns = [], id } = template;
      const books = `${pool} ${insuranceType}`;
      const named = requestOf.get(approval)?.year ?? null;
      const year = returns.length > 0 ? named : (events.get(corrects ?? '')?.year ?? effectiveOn.slice(0, 4));
      if (year === null) return false;
      const of = (sum: string): string => `${books} ${year} ${sum}`;
      const given = returns.reduce((total, one) => total + (sums.get(of(one)) ?? 0n), 0n);
      const before = [...amounts.keys()].reduce(
        (total, name) => total + (sums.get(of(`${id}.${name}`)) ?? 0n),
        0n,
      );
      const added = [...amounts].map(([name, amount]) => [of(`${id}.${name}`), amount] as const);
      add(added, 1n);
      events.set(number, { year, added });
      const now = [...amounts.values()].reduce((total, amount) => total + amount, 0n);
      return returns.length === 0 || before + now <= given;
    },
  };
}
