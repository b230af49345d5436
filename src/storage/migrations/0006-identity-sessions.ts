/** What happens before anyone is known, and what nobody may read: sign-in, sessions, passwords, first set-up. */
export const IDENTITY_SESSIONS = `
CREATE FUNCTION held_grants(of_user text, at timestamptz)
RETURNS TABLE (role text, place text, break_glass_id text)
LANGUAGE sql STABLE SET search_path = tongchou, pg_temp AS $$
  WITH lasting AS (
    SELECT g.role, g.place FROM identity_grant AS g JOIN identity_grant_decision AS d ON d.grant_id = g.id
    WHERE g.user_id = of_user AND d.decision = 'confirmed'
      AND NOT EXISTS (SELECT FROM identity_grant_end AS e WHERE e.grant_id = g.id)
  )
  SELECT role, place, NULL FROM lasting
  UNION ALL
  SELECT b.role, b.place, b.id FROM break_glass AS b
  WHERE b.user_id = of_user AND b.started_at <= at AND at < b.until AND b.role IN (SELECT role FROM lasting)
    AND NOT EXISTS (SELECT FROM break_glass_review AS r WHERE r.break_glass_id = b.id)
$$;

-- Counts the attempt before the password is looked at, so that many at once gain nothing. Five failures are free;
-- then the wait doubles from one second to a quarter of an hour: a person gets back in, a guesser does not.
CREATE FUNCTION begin_sign_in(of_login text, at timestamptz)
RETURNS TABLE (wait_seconds integer, user_id text, hash text, place text, department text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  seen sign_in_attempt;
  free_at timestamptz;
BEGIN
  INSERT INTO sign_in_attempt VALUES (of_login, 0, at) ON CONFLICT DO NOTHING;
  SELECT * INTO seen FROM sign_in_attempt AS a WHERE a.login = of_login FOR UPDATE;
  IF seen.failures >= 5 THEN
    free_at := seen.last_at + make_interval(secs => least(900, 2 ^ least(seen.failures - 5, 10)));
    IF at < free_at THEN
      RETURN QUERY SELECT ceil(extract(epoch FROM free_at - at))::integer, NULL, NULL, NULL, NULL;
      RETURN;
    END IF;
  END IF;
  UPDATE sign_in_attempt AS a SET failures = a.failures + 1, last_at = at WHERE a.login = of_login;
  RETURN QUERY SELECT 0, u.id, c.hash, u.place, u.department
    FROM identity_user AS u JOIN identity_credential AS c ON c.user_id = u.id
    WHERE u.login = of_login AND NOT EXISTS (SELECT FROM identity_user_end AS e WHERE e.user_id = u.id);
END $$;

CREATE FUNCTION open_session(of_token text, of_user text, at timestamptz, until timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  DELETE FROM sign_in_attempt WHERE login = (SELECT login FROM identity_user WHERE id = of_user);
  INSERT INTO identity_session VALUES (of_token, of_user, at, at, until, NULL);
$$;

-- Who a token belongs to, while it is in use; the time of use is written at most once a minute.
CREATE FUNCTION session_account(of_token text, at timestamptz, idle interval) RETURNS jsonb
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
      'place', u.place, 'mustChange', c.must_change, 'grants', coalesce((
        SELECT jsonb_agg(jsonb_build_object('role', h.role, 'place', h.place, 'breakGlass', h.break_glass_id)
          ORDER BY h.place, h.role, h.break_glass_id)
        FROM held_grants(u.id, at) AS h), '[]'))
    FROM identity_user AS u JOIN identity_credential AS c ON c.user_id = u.id WHERE u.id = s.user_id);
END $$;

CREATE FUNCTION end_session(of_token text, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  UPDATE identity_session SET ended_at = at WHERE token_hash = of_token AND ended_at IS NULL
$$;

-- One's own password, or that of someone within the scope; every session of the user but the kept one ends.
CREATE FUNCTION set_password(of_user text, new_hash text, change_first boolean, at timestamptz, kept_token text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM identity_user AS u
    WHERE u.id = of_user AND (u.id = acting_user() OR in_scope(u.place, u.department))) THEN RETURN false; END IF;
  INSERT INTO identity_credential VALUES (of_user, new_hash, change_first, at)
  ON CONFLICT (user_id) DO UPDATE SET hash = new_hash, must_change = change_first, set_at = at;
  UPDATE identity_session SET ended_at = at
  WHERE user_id = of_user AND ended_at IS NULL AND token_hash IS DISTINCT FROM kept_token;
  RETURN true;
END $$;

-- The same password under stronger parameters, unless it was changed meanwhile.
CREATE FUNCTION rehash_password(of_user text, old_hash text, new_hash text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  UPDATE identity_credential SET hash = new_hash WHERE user_id = of_user AND hash = old_hash
$$;

CREATE FUNCTION administrator_count() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT count(*)::integer FROM identity_user AS u
  WHERE NOT EXISTS (SELECT FROM identity_user_end AS e WHERE e.user_id = u.id)
    AND EXISTS (SELECT FROM held_grants(u.id, now()) AS h WHERE h.role = 'administrator' AND h.break_glass_id IS NULL)
$$;

-- Until two people are administrators nobody could confirm a grant, so the first two are made without one.
CREATE FUNCTION make_first_administrator(of_login text, of_name text, of_department text, of_place text,
  new_hash text, at timestamptz
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  new_user text;
  new_grant text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('make_first_administrator', 6));
  IF administrator_count() >= 2 THEN RETURN 'set_up_over'; END IF;
  INSERT INTO identity_user (login, name, department, place, created_by, created_at)
  VALUES (of_login, of_name, of_department, of_place, NULL, at)
  ON CONFLICT (login) DO NOTHING RETURNING id INTO new_user;
  IF new_user IS NULL THEN RETURN 'login_taken'; END IF;
  INSERT INTO identity_credential VALUES (new_user, new_hash, false, at);
  INSERT INTO identity_grant (user_id, home, role, place, reason, requested_by, requested_at)
  VALUES (new_user, of_place, 'administrator', of_place, 'first set-up', NULL, at) RETURNING id INTO new_grant;
  INSERT INTO identity_grant_decision VALUES (new_grant, new_user, '', 'confirmed', NULL, at);
  RETURN NULL;
END $$;

REVOKE EXECUTE ON FUNCTION begin_sign_in, open_session, session_account, end_session, set_password,
  rehash_password, administrator_count, make_first_administrator, held_grants FROM PUBLIC;
GRANT EXECUTE ON FUNCTION begin_sign_in, open_session, session_account, end_session, set_password,
  rehash_password, administrator_count, make_first_administrator TO tongchou_application;
`;
