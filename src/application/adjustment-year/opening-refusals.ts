import type { MemberDifference } from '#domain/adjustment-year/members';
import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

/** Refuses a year whose fund does not have exactly the members that its policy lists, unless a reason is given. */
export function membersDiffer(
  { absent, unlisted, bookless = [] }: MemberDifference,
  nameOf: (id: string) => Bilingual,
  clause: { readonly clause?: string },
): Refusal {
  const told = (ids: readonly string[], word: Bilingual): readonly Bilingual[] =>
    ids.length === 0
      ? []
      : [
          {
            zh: `${word.zh} ${ids.length} 个（${ids.map((id) => nameOf(id).zh).join('、')}）`,
            en: `${ids.length} ${word.en} (${ids.map((id) => nameOf(id).en).join(', ')})`,
          },
        ];
  const parts = [
    ...told(absent, { zh: '政策所列而未登记归属的', en: 'listed by the policy but not a member' }),
    ...told(unlisted, { zh: '已登记归属而政策未列的', en: 'a member but not listed' }),
    ...told(bookless, {
      zh: '政策所列而无该险种账套的',
      en: 'listed by the policy but without books of this insurance type',
    }),
  ];
  return {
    code: 'members_differ',
    at: 'membersNote',
    ...clause,
    what: {
      zh: `年末归属此调剂金的统筹区与政策所列不一致：${parts.map(({ zh }) => zh).join('；')}`,
      en: `at the year's end the fund's members are not the pools that the policy lists: ${parts.map(({ en }) => en).join('; ')}`,
    },
    next: {
      zh: '请在统筹区登记中补齐归属、为其建账；该统筹区不办此险种或确属分步实施的，写明理由及文号后再立项',
      en: 'complete the memberships in the register and open the books; for a pool without this insurance, or one that joins later, give the reason and its document',
    },
  };
}
