/**
 * Every problem that the API answers with, and its HTTP status. Codes are stable: clients branch on them. Each has a
 * title and a detail in both languages (`problem.<code>.title`), and `/problems/<code>` explains it.
 */
export const problemStatuses = {
  validation_failed: 400,
  malformed_json: 400,
  malformed_url: 400,
  malformed_request: 400,
  invalid_cursor: 400,
  unauthenticated: 401,
  sign_in_failed: 401,
  forbidden: 403,
  cross_site: 403,
  session_required: 403,
  not_assigned: 403,
  not_session_holder: 403,
  not_found: 404,
  route_not_found: 404,
  method_not_allowed: 405,
  case_moved_on: 409,
  illegal_in_status: 409,
  no_higher_tier: 409,
  case_closed: 409,
  case_not_begun: 409,
  session_ended: 409,
  session_not_granted: 409,
  lease_too_long: 409,
  server_without_address: 409,
  not_on_roster: 409,
  version_mismatch: 412,
  body_too_large: 413,
  unsupported_media_type: 415,
  unknown_system: 422,
  unknown_agent: 422,
  unknown_server: 422,
  server_of_other_office: 422,
  unknown_submitter: 422,
  idempotency_key_reused: 422,
  submitter_without_office: 422,
  system_of_other_desk: 422,
  rate_limited: 429,
  too_many_sign_ins: 429,
  internal: 500,
  store_unavailable: 503,
  engine_unavailable: 503,
  saved_but_engine_unavailable: 503,
  worker_unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatuses;

export const problemCodes = Object.keys(problemStatuses) as ProblemCode[];
