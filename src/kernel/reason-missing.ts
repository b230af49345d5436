import type { Refusal } from '#kernel/decision';

/**
 * Refuses an act that requires a reason and has none.
 * @param at the member of the request where it is missing
 */
export function reasonMissing(at = 'reason'): Refusal {
  return {
    code: 'reason_missing',
    at,
    what: { zh: '未写理由', en: 'no reason is given' },
    next: { zh: '请写明理由或文号', en: 'give the reason or the number of the document' },
  };
}

/**
 * Refuses a negative decision without a reason: the maker of the record needs it to correct the record.
 * @param isNo whether the decision turns the record down, whatever its context calls that
 * @returns the refusal of a no without a reason; undefined for any other decision
 */
export function whyNotSilent(isNo: boolean, reason: string, at?: string): Refusal | undefined {
  return isNo && reason.trim() === '' ? reasonMissing(at) : undefined;
}
