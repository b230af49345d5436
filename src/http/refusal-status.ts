import type { Refusal } from '#kernel/decision';

/** A well-formed request that a rule refuses: every code that the table does not name. */
const RULE_REFUSED = 422;

/** Refusal code → HTTP status. Shape errors are 400 whatever their code, for they never reach a rule. */
const STATUSES: Readonly<Partial<Record<string, number>>> = {
  bad_request: 400,
  empty_file: 400,
  malformed_json: 400,
  duplicate_field: 400,
  missing_place: 400,
  not_signed_in: 401,
  sign_in_refused: 401,
  foreign_host: 403,
  foreign_origin: 403,
  not_json: 403,
  outside_your_places: 403,
  password_change_needed: 403,
  role_missing: 403,
  set_up_token_not_valid: 403,
  unknown_address: 404,
  unknown_run: 404,
  unknown_scenario: 404,
  unknown_figure: 404,
  unknown_pack: 404,
  unknown_version: 404,
  unknown_user: 404,
  unknown_grant: 404,
  unknown_break_glass: 404,
  already_submitted: 409,
  already_reviewed: 409,
  grant_decided: 409,
  login_taken: 409,
  set_up_over: 409,
  decided_meanwhile: 409,
  stale_hash: 409,
  wrong_state: 409,
  body_too_large: 413,
  slowed_down: 429,
  internal_error: 500,
  stored_data_altered: 500,
};

/** The status of refusals that came together; the first one speaks for all. */
export function statusOf(refusals: readonly Refusal[]): number {
  const [first] = refusals;
  return (first === undefined ? undefined : STATUSES[first.code]) ?? RULE_REFUSED;
}
