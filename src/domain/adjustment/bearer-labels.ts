import type { Bearer } from '#domain/adjustment/rows';
import type { Bilingual } from '#kernel/bilingual';

export const BEARER_LABELS: Readonly<Record<Bearer, Bilingual>> = {
  legacy_balance: { zh: '动用统筹前结余', en: 'From the balance from before pooling' },
  own_balance: { zh: '动用累计结余', en: 'From the own accumulated balance' },
  bonds: { zh: '变现债券', en: 'From bonds realised' },
  subsidy: { zh: '同级财政补贴', en: 'Subsidy of the same level' },
  local_treasury: { zh: '当地财政弥补', en: 'Made good by the local treasury' },
  city: { zh: '市级分担', en: "The city's part" },
  uncovered: { zh: '尚无来源', en: 'Uncovered' },
};
