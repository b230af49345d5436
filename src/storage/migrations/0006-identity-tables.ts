/**
 * Users, grants, emergency access and the access log, kept by adding rows; what another person must do is held by
 * constraints. Credentials, sessions and counted failures are reached by functions alone.
 */
export const IDENTITY_TABLES = `
CREATE FUNCTION is_place(path text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN path ~ '^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*){0,4}$';

CREATE FUNCTION place_covers(above text, place text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN place = above OR starts_with(place, above || '/');

CREATE TABLE identity_user (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  login text NOT NULL CHECK (login ~ '^[a-z][a-z0-9._-]{2,39}$'),
  name text NOT NULL CHECK (name <> '' AND name = btrim(normalize(name, NFKC))),
  department text NOT NULL
    CHECK (department IN ('health_insurance', 'finance', 'tax', 'health', 'audit', 'data')),
  place text NOT NULL CHECK (is_place(place)),
  created_by text REFERENCES identity_user (id),
  created_at timestamptz NOT NULL,
  CONSTRAINT identity_user_login UNIQUE (login),
  CONSTRAINT identity_user_home UNIQUE (id, place)
);
COMMENT ON TABLE identity_user IS 'Who may sign in; the place is the home that no grant reaches above';

CREATE TABLE identity_user_end (
  user_id text PRIMARY KEY REFERENCES identity_user (id),
  ended_by text NOT NULL REFERENCES identity_user (id),
  ended_at timestamptz NOT NULL,
  reason text NOT NULL CHECK (reason <> '')
);

CREATE TABLE identity_grant (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  user_id text NOT NULL,
  home text NOT NULL,
  role text NOT NULL CHECK (role <> ''),
  place text NOT NULL CHECK (is_place(place)),
  reason text NOT NULL CHECK (reason <> ''),
  requested_by text REFERENCES identity_user (id),
  requested_at timestamptz NOT NULL,
  requester text NOT NULL GENERATED ALWAYS AS (coalesce(requested_by, '')) STORED,
  CONSTRAINT identity_grant_home FOREIGN KEY (user_id, home) REFERENCES identity_user (id, place),
  CONSTRAINT identity_grant_within_home CHECK (place_covers(home, place)),
  CONSTRAINT identity_grant_people UNIQUE (id, user_id, requester)
);
COMMENT ON TABLE identity_grant IS 'A role at a place and all below it, as one person asked for it; null: the first set-up';
CREATE INDEX identity_grant_user ON identity_grant (user_id);

CREATE TABLE identity_grant_decision (
  grant_id text PRIMARY KEY,
  user_id text NOT NULL,
  requester text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('confirmed', 'refused')),
  decided_by text REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  CONSTRAINT identity_grant_decision_of FOREIGN KEY (grant_id, user_id, requester)
    REFERENCES identity_grant (id, user_id, requester),
  CONSTRAINT identity_grant_second_person
    CHECK (CASE WHEN decided_by IS NULL THEN requester = '' ELSE decided_by NOT IN (requester, user_id) END)
);

CREATE TABLE identity_grant_end (
  grant_id text PRIMARY KEY REFERENCES identity_grant (id),
  ended_by text NOT NULL REFERENCES identity_user (id),
  ended_at timestamptz NOT NULL,
  reason text NOT NULL CHECK (reason <> '')
);

CREATE TABLE break_glass (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  user_id text NOT NULL REFERENCES identity_user (id),
  role text NOT NULL CHECK (role <> 'administrator'),
  place text NOT NULL CHECK (is_place(place)),
  department text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  started_at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  CONSTRAINT break_glass_time CHECK (until > started_at AND until <= started_at + interval '8 hours'),
  CONSTRAINT break_glass_person UNIQUE (id, user_id)
);
COMMENT ON TABLE break_glass IS 'Wider access that someone took for hours, with the reason';
CREATE INDEX break_glass_user ON break_glass (user_id, until);

CREATE TABLE break_glass_review (
  break_glass_id text PRIMARY KEY,
  user_id text NOT NULL,
  finding text NOT NULL CHECK (finding IN ('justified', 'unjustified')),
  note text NOT NULL,
  reviewed_by text NOT NULL REFERENCES identity_user (id),
  reviewed_at timestamptz NOT NULL,
  CONSTRAINT break_glass_review_of FOREIGN KEY (break_glass_id, user_id) REFERENCES break_glass (id, user_id),
  CONSTRAINT break_glass_second_person CHECK (reviewed_by <> user_id)
);

CREATE TABLE access_log (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  request_id text NOT NULL,
  user_id text REFERENCES identity_user (id),
  department text,
  method text NOT NULL,
  route text NOT NULL,
  place text,
  record text,
  status integer NOT NULL,
  break_glass_id text REFERENCES break_glass (id)
);
COMMENT ON TABLE access_log IS 'Who called which route about which place and record, and with what outcome';
CREATE INDEX access_log_place ON access_log (place text_pattern_ops, number DESC);

CREATE TABLE identity_credential (
  user_id text PRIMARY KEY REFERENCES identity_user (id),
  hash text NOT NULL CHECK (hash <> ''),
  must_change boolean NOT NULL,
  set_at timestamptz NOT NULL
);

CREATE TABLE identity_session (
  token_hash text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  user_id text NOT NULL REFERENCES identity_user (id),
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  until timestamptz NOT NULL CHECK (until > started_at),
  ended_at timestamptz
);
CREATE INDEX identity_session_user ON identity_session (user_id) WHERE ended_at IS NULL;

CREATE TABLE sign_in_attempt (
  login text PRIMARY KEY,
  failures integer NOT NULL CHECK (failures >= 0),
  last_at timestamptz NOT NULL
);
COMMENT ON TABLE sign_in_attempt IS 'Failures in a row of a name, known or not, to slow down guessing';
`;
