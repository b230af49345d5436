import type { Bilingual } from '#kernel/bilingual';

const KINDS: Readonly<Record<string, Bilingual>> = {
  person: { zh: '个人', en: 'person' },
  employer: { zh: '单位', en: 'employer' },
  institution: { zh: '医药机构', en: 'institution' },
  government: { zh: '政府', en: 'government' },
  insurer: { zh: '承保机构', en: 'insurer' },
  pool: { zh: '统筹区', en: 'pool' },
};

/** Names a counterparty `kind:id` in words, such as 医药机构 H1; other text, such as a name a bank wrote, is kept. */
export function partyName(counterparty: string): Bilingual {
  const [kind = '', ...rest] = counterparty.split(':');
  const word = KINDS[kind];
  if (word === undefined || rest.length === 0) return { zh: counterparty, en: counterparty };
  const id = rest.join(':');
  return { zh: `${word.zh} ${id}`, en: `${word.en} ${id}` };
}
