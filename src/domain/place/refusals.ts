import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

function refusal(code: string, at: string, what: Bilingual, next: Bilingual): Refusal {
  return { code, at, what, next };
}

export function badPath(at: string, path: string): Refusal {
  return refusal(
    'bad_place',
    at,
    { zh: `地区 ${path} 不是路径`, en: `${path} is not the path of a place` },
    {
      zh: '请写成 省/市/县/乡/村 的编号，如 yunhai/linjiang',
      en: 'write ids, the province first: yunhai/linjiang',
    },
  );
}

export function unknownPlace(at: string, path: string): Refusal {
  return refusal(
    'unknown_place',
    at,
    { zh: `登记簿中没有地区 ${path}`, en: `the register has no place ${path}` },
    { zh: '请先登记该地区', en: 'record that place first' },
  );
}

export function badPoolId(at: string, id: string): Refusal {
  return refusal(
    'bad_pool_id',
    at,
    { zh: `统筹区编号 ${id} 不合规`, en: `${id} is not a valid id of a pool` },
    { zh: '请用字母、数字、点、下划线与连字符', en: 'use letters, digits, dots, underscores and hyphens' },
  );
}

/** Refuses an unknown pool; not told apart: no such id, not a pool, outside the caller's places. */
export function unknownPool(at: string, id: string): Refusal {
  return refusal(
    'unknown_pool',
    at,
    { zh: `所辖范围内没有统筹区 ${id}`, en: `there is no pool ${id} within your places` },
    { zh: '请查看统筹区列表', en: 'look at the list of pools' },
  );
}

export function unknownFund(at: string, id: string): Refusal {
  return refusal(
    'unknown_fund',
    at,
    { zh: `没有调剂金 ${id}`, en: `there is no adjustment fund ${id}` },
    { zh: '请查看统筹区列表', en: 'look at the list of pools' },
  );
}

export function nameMissing(at: string): Refusal {
  return refusal(
    'name_missing',
    at,
    { zh: '缺中文名或英文名', en: 'the Chinese or the English name is missing' },
    { zh: '请写明', en: 'give both names' },
  );
}

export function basisMissing(at: string): Refusal {
  return refusal(
    'basis_missing',
    at,
    { zh: '未写依据', en: 'the basis is missing' },
    { zh: '请写文号或理由', en: 'give the number of the document or the reason' },
  );
}

export function endsBeforeStart(at: string): Refusal {
  return refusal(
    'ends_before_start',
    at,
    { zh: '终止日早于起始日', en: 'the last day is before the first' },
    { zh: '请核对日期', en: 'check the days' },
  );
}

export function tooEarly(at: string): Refusal {
  return refusal(
    'too_early',
    at,
    { zh: '早于所涉统筹区或调剂金的成立日', en: 'it is before the first day of the pool or the fund' },
    { zh: '请核对日期', en: 'check the day' },
  );
}

export function placeNotCovered(at: string, place: string, above: string): Refusal {
  return refusal(
    'place_not_covered',
    at,
    { zh: `${place} 不在 ${above} 之内`, en: `${place} does not lie within ${above}` },
    { zh: '请核对归属', en: 'check where the place belongs' },
  );
}

export function alreadyRecorded(at: string, key: string): Refusal {
  return refusal(
    'already_recorded',
    at,
    { zh: `${key} 已经登记`, en: `${key} is already in the register` },
    { zh: '登记不可改写，请核对', en: 'records cannot be overwritten; check the entry' },
  );
}
