import type { Refusal } from '#kernel/decision';

/** A well-formed request that a rule refuses: every code that the table does not name. */
const RULE_REFUSED = 422;

/** Refusal code → HTTP status. Shape errors are 400 whatever their code, for they never reach a rule. */
const STATUSES: Readonly<Partial<Record<string, number>>> = {
  bad_request: 400,
  empty_file: 400,
  malformed_json: 400,
  duplicate_field: 400,
  foreign_host: 403,
  foreign_origin: 403,
  not_json: 403,
  unknown_address: 404,
  unknown_run: 404,
  unknown_scenario: 404,
  unknown_figure: 404,
  unknown_pack: 404,
  body_too_large: 413,
  internal_error: 500,
  stored_data_altered: 500,
};

/** The status of refusals that came together; the first one speaks for all. */
export function statusOf(refusals: readonly Refusal[]): number {
  const [first] = refusals;
  return (first === undefined ? undefined : STATUSES[first.code]) ?? RULE_REFUSED;
}
