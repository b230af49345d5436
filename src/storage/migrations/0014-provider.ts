import type { Migration } from '#storage/migrations/migration';

/**
 * Sign-in by a provider of identities: which subject there is which user here, as one administrator asked for it and
 * another confirmed, and sessions that were opened so. And who took a step of a pack's version, where it was somebody
 * signed in: the rule of two people then holds by user as well as by name.
 */
export const migration0014: Migration = {
  number: 14,
  name: 'provider',
  sql: `
CREATE TABLE identity_binding (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  user_id text NOT NULL REFERENCES identity_user (id),
  issuer text NOT NULL CHECK (issuer <> ''),
  subject text NOT NULL CHECK (subject <> ''),
  reason text NOT NULL CHECK (reason <> ''),
  requested_by text NOT NULL REFERENCES identity_user (id),
  requested_at timestamptz NOT NULL,
  CONSTRAINT identity_binding_people UNIQUE (id, user_id, requested_by)
);
COMMENT ON TABLE identity_binding IS 'A subject of a provider of identities as a user here, as one person asked for it';
CREATE INDEX identity_binding_subject ON identity_binding (issuer, subject);

CREATE TABLE identity_binding_decision (
  binding_id text PRIMARY KEY,
  user_id text NOT NULL,
  requested_by text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('confirmed', 'refused')),
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  CONSTRAINT identity_binding_decision_of FOREIGN KEY (binding_id, user_id, requested_by)
    REFERENCES identity_binding (id, user_id, requested_by),
  CONSTRAINT identity_binding_second_person CHECK (decided_by NOT IN (requested_by, user_id))
);

CREATE TABLE identity_binding_end (
  binding_id text PRIMARY KEY REFERENCES identity_binding (id),
  ended_by text NOT NULL REFERENCES identity_user (id),
  ended_at timestamptz NOT NULL,
  reason text NOT NULL CHECK (reason <> '')
);

CREATE FUNCTION bound_bindings() RETURNS SETOF identity_binding
LANGUAGE sql STABLE SET search_path = tongchou, pg_temp AS $$
  SELECT b.* FROM identity_binding AS b JOIN identity_binding_decision AS d ON d.binding_id = b.id
  WHERE d.decision = 'confirmed'
    AND NOT EXISTS (SELECT FROM identity_binding_end AS e WHERE e.binding_id = b.id)
    AND NOT EXISTS (SELECT FROM identity_user_end AS e WHERE e.user_id = b.user_id)
$$;

-- A subject is one user and a user one subject of a provider, whoever confirms what at the same moment.
CREATE FUNCTION binding_is_free() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('identity_binding', 14));
  IF NEW.decision = 'confirmed' AND EXISTS (
    SELECT FROM identity_binding AS w JOIN bound_bindings() AS b
      ON b.issuer = w.issuer AND (b.subject = w.subject OR b.user_id = w.user_id)
    WHERE w.id = NEW.binding_id AND b.id <> w.id
  ) THEN
    RAISE EXCEPTION 'the subject or the user is bound already'
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'identity_binding_free';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER identity_binding_free AFTER INSERT ON identity_binding_decision
  FOR EACH ROW EXECUTE FUNCTION binding_is_free();

ALTER TABLE identity_session ADD COLUMN by_provider boolean NOT NULL DEFAULT false;

-- Who was let in by a binding that ends is let out.
CREATE FUNCTION binding_ended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  UPDATE identity_session SET ended_at = NEW.ended_at
  WHERE by_provider AND ended_at IS NULL
    AND user_id = (SELECT user_id FROM identity_binding WHERE id = NEW.binding_id);
  RETURN NULL;
END $$;
CREATE TRIGGER identity_binding_ended AFTER INSERT ON identity_binding_end
  FOR EACH ROW EXECUTE FUNCTION binding_ended();

CREATE FUNCTION bound_user(of_issuer text, of_subject text)
RETURNS TABLE (user_id text, place text, department text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT u.id, u.place, u.department FROM bound_bindings() AS b JOIN identity_user AS u ON u.id = b.user_id
  WHERE b.issuer = of_issuer AND b.subject = of_subject
$$;

CREATE FUNCTION open_provider_session(of_token text, of_user text, at timestamptz, until timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  INSERT INTO identity_session (token_hash, user_id, started_at, seen_at, until, by_provider)
  VALUES (of_token, of_user, at, at, until, true)
$$;

-- As before, but it tells whether a provider opened the session, so that its own may be ended too.
DROP FUNCTION end_session(text, timestamptz);
CREATE FUNCTION end_session(of_token text, at timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  UPDATE identity_session SET ended_at = at WHERE token_hash = of_token AND ended_at IS NULL
  RETURNING by_provider
$$;

-- As before, but who came by a provider has no initial password to replace.
CREATE OR REPLACE FUNCTION session_account(of_token text, at timestamptz, idle interval) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE s identity_session;
BEGIN
  SELECT * INTO s FROM identity_session AS i
  WHERE i.token_hash = of_token AND i.ended_at IS NULL AND at < i.until AND at < i.seen_at + idle
    AND NOT EXISTS (SELECT FROM identity_user_end AS e WHERE e.user_id = i.user_id);
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF at > s.seen_at + interval '1 minute' THEN
    UPDATE identity_session SET seen_at = greatest(seen_at, at) WHERE token_hash = of_token;
  END IF;
  RETURN (SELECT jsonb_build_object('userId', u.id, 'login', u.login, 'name', u.name, 'department', u.department,
      'place', u.place, 'mustChange', c.must_change AND NOT s.by_provider, 'grants', coalesce((
        SELECT jsonb_agg(jsonb_build_object('role', h.role, 'place', h.place, 'breakGlass', h.break_glass_id)
          ORDER BY h.place, h.role, h.break_glass_id)
        FROM held_grants(u.id, at) AS h), '[]'))
    FROM identity_user AS u JOIN identity_credential AS c ON c.user_id = u.id WHERE u.id = s.user_id);
END $$;

REVOKE EXECUTE ON FUNCTION bound_bindings, binding_is_free, binding_ended, bound_user, open_provider_session,
  end_session FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bound_user, open_provider_session, end_session TO tongchou_application;

ALTER TABLE identity_binding ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_binding_seen ON identity_binding FOR SELECT TO tongchou_application
  USING (EXISTS (SELECT FROM identity_user AS u WHERE u.id = user_id));
CREATE POLICY identity_binding_added ON identity_binding FOR INSERT TO tongchou_application
  WITH CHECK (requested_by = acting_user()
    AND EXISTS (SELECT FROM identity_user AS u WHERE u.id = user_id AND in_scope(u.place, u.department)));

ALTER TABLE identity_binding_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_binding_decision_seen ON identity_binding_decision FOR SELECT TO tongchou_application
  USING (EXISTS (SELECT FROM identity_user AS u WHERE u.id = user_id));
CREATE POLICY identity_binding_decision_added ON identity_binding_decision FOR INSERT TO tongchou_application
  WITH CHECK (decided_by = acting_user()
    AND EXISTS (SELECT FROM identity_user AS u WHERE u.id = user_id AND in_scope(u.place, u.department)));

ALTER TABLE identity_binding_end ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_binding_end_seen ON identity_binding_end FOR SELECT TO tongchou_application
  USING (EXISTS (SELECT FROM identity_binding AS b WHERE b.id = binding_id));
CREATE POLICY identity_binding_end_added ON identity_binding_end FOR INSERT TO tongchou_application
  WITH CHECK (ended_by = acting_user() AND EXISTS (SELECT FROM identity_binding AS b
    JOIN identity_user AS u ON u.id = b.user_id WHERE b.id = binding_id AND in_scope(u.place, u.department)));

GRANT SELECT, INSERT ON identity_binding, identity_binding_decision, identity_binding_end TO tongchou_application;
GRANT SELECT ON identity_binding, identity_binding_decision, identity_binding_end TO tongchou_auditor;
CREATE POLICY identity_binding_audit ON identity_binding FOR SELECT TO tongchou_auditor USING (true);
CREATE POLICY identity_binding_decision_audit ON identity_binding_decision FOR SELECT TO tongchou_auditor USING (true);
CREATE POLICY identity_binding_end_audit ON identity_binding_end FOR SELECT TO tongchou_auditor USING (true);

ALTER TABLE pack_event ADD COLUMN user_id text REFERENCES identity_user (id);
COMMENT ON COLUMN pack_event.user_id IS 'Who was signed in; null for a name declared on the command line of the machine';
CREATE UNIQUE INDEX pack_event_user_checker_not_approver ON pack_event (pack_hash, user_id)
  WHERE event IN ('checked', 'approved');
CREATE UNIQUE INDEX pack_event_user_submitter_not_approver ON pack_event (pack_hash, user_id)
  WHERE event IN ('submitted', 'approved');
CREATE INDEX access_log_user ON access_log (user_id, number DESC);
`,
};
