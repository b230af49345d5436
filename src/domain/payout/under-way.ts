import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

/** A payment plan or run by its id, with its month or the day on which it pays. */
export interface NamedRecord {
  readonly kind: 'plan' | 'run';
  readonly id: string;
  readonly of: string;
}

const NAMES = {
  plan: { zh: '用款计划', en: 'payment plan' },
  run: { zh: '支付批次', en: 'payment run' },
} as const;

/** Refuses a further step on a record whose year's books, and budget, are closed. */
export function lapsedRefusal(record: NamedRecord): Refusal {
  const { zh, en } = nameOf(record);
  return {
    code: `${record.kind}_lapsed`,
    at: record.id,
    what: {
      zh: `${zh}已过期：该年 12 月已结账`,
      en: `the ${en} has lapsed: December of its year is closed`,
    },
    next: { zh: `请在本年度另立${NAMES[record.kind].zh}`, en: 'make another one of the present year' },
  };
}

/** Adds to a refusal the plans and runs under way that cause it; unchanged where there are none. */
export function withUnderWay(refusal: Refusal, records: readonly NamedRecord[]): Refusal {
  if (records.length === 0) return refusal;
  const named = records.map(nameOf);
  const zh = `${refusal.what.zh}；在办：${named.map((one) => one.zh).join('、')}`;
  const en = `${refusal.what.en}; under way: ${named.map((one) => one.en).join(', ')}`;
  return { ...refusal, what: { zh, en } };
}

function nameOf({ kind, id, of }: NamedRecord): Bilingual {
  return { zh: `${of} 的${NAMES[kind].zh} ${id}`, en: `${NAMES[kind].en} ${id} of ${of}` };
}
