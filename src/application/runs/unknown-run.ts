import type { Refusal } from '#kernel/decision';

/** No run is stored under this id. */
export function unknownRun(id: string): Refusal {
  return {
    code: 'unknown_run',
    at: id,
    what: { zh: `没有计算记录 ${id}`, en: `there is no run ${id}` },
    next: {
      zh: '请从计算记录列表（tongchou runs）中选择',
      en: 'choose one from the list of runs (`tongchou runs`)',
    },
  };
}
