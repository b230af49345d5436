import type { RegisterRow } from '#console/api/register-queries.ts';
import { DAY } from '#console/fund/patterns.ts';

export const REGISTER_KINDS = ['place', 'pool', 'fund', 'pooling', 'member'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

/** What a row is made of, as it is typed; which of it counts follows from the row's kind. */
const EMPTY = { place: '', id: '', zh: '', en: '', pool: '', fund: '', since: '', basis: '' };
export type RegisterField = keyof typeof EMPTY;
export type RegisterDraft = Readonly<Record<RegisterField, string>>;
export const EMPTY_ROW: RegisterDraft = EMPTY;

export const FIELDS_OF: Readonly<Record<RegisterKind, readonly RegisterField[]>> = {
  place: ['place', 'zh', 'en', 'since'],
  pool: ['id', 'place', 'zh', 'en', 'since'],
  fund: ['id', 'place', 'zh', 'en', 'since'],
  pooling: ['pool', 'place', 'since', 'basis'],
  member: ['pool', 'fund', 'since'],
};

/** The row that a draft says; undefined while something of it is missing. */
export function readRow(kind: RegisterKind, draft: RegisterDraft): RegisterRow | undefined {
  const isWhole = FIELDS_OF[kind].every((field) => draft[field].trim() !== '');
  if (!isWhole || !DAY.test(draft.since)) return undefined;
  const { place, id, pool, fund, since, basis } = draft;
  const name = { zh: draft.zh.trim(), en: draft.en.trim() };
  switch (kind) {
    case 'place':
      return { kind, path: place, name, since };
    case 'pool':
    case 'fund':
      return { kind, id: id.trim(), name, place, since };
    case 'pooling':
      return { kind, pool, place, since, basis: basis.trim() };
    case 'member':
      return { kind, pool, fund, since };
  }
}
