import type { Refusal } from '#kernel/decision';

/** What was stored is no longer what it was hashed as: nothing is shown or reckoned of it. */
export function storedDataAltered(at: string): Refusal {
  return {
    code: 'stored_data_altered',
    at,
    what: { zh: '存储内容与其哈希不符', en: 'what is stored no longer has its hash' },
    next: { zh: '请停止使用并核查数据库', en: 'stop using it and have the database examined' },
  };
}
