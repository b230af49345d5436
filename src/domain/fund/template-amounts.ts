import type { InsuranceType } from '#kernel/insurance-type';
import type { RawTemplate } from '#rules/pack/raw-pack';

/** Lists the amounts that an event of the template has; residents have no personal accounts (NAT-28.6). */
export function amountsOf({ moves }: RawTemplate, insuranceType: InsuranceType): readonly string[] {
  const applicable = moves.filter(({ fund }) => insuranceType === 'employee' || fund === undefined);
  return [...new Set(applicable.map(({ amount }) => amount))];
}
