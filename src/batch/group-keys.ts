import type { GroupSum } from '#application/ports/claims-batch';
import { addTotals, type GroupTotals } from '#batch/group-sums';
import { present } from '#kernel/assert';

/** A group by its name and what a claim can be in it. */
export interface Members {
  readonly name: string;
  readonly members: readonly string[];
}

/** The sums of all stretches by group and scenario, groups without a claim left out. */
export function groupSums(
  stretches: readonly (readonly GroupTotals[])[],
  groups: readonly Members[],
  scenarios: readonly { readonly name: string }[],
  outputs: number,
): readonly GroupSum[] {
  return scenarios.flatMap(({ name }, scenario) => {
    const each = stretches.map((totals) => present(totals[scenario], `the totals of ${name}`));
    const [first, ...others] = each;
    if (first === undefined) return [];
    const { sums, claims, refused } = others.reduce(addTotals, first);
    return claims.flatMap((count, at) =>
      count === 0
        ? []
        : {
            scenario: name,
            key: keyOf(at, groups),
            claims: count,
            refused: refused[at] ?? 0,
            sums: sums.slice(at * outputs, (at + 1) * outputs),
          },
    );
  });
}

/** The members that one number of a group stands for, as `Grouping` made it. */
function keyOf(group: number, groups: readonly Members[]): readonly (string | undefined)[] {
  let rest = group;
  return groups
    .toReversed()
    .map(({ members }) => {
      const size = members.length + 1;
      const member = members[rest % size];
      rest = Math.floor(rest / size);
      return member;
    })
    .toReversed();
}
