/**
 * The names of people who acted. An id is 122 random bits and stands on records that row security shows: whoever has one
 * has seen what that person signed, and may know who it was. Nobody is listed, and nothing else of a user is told.
 */
export const PEOPLE = `
CREATE FUNCTION named_people(ids text[]) RETURNS TABLE (id text, name text, department text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT u.id, u.name, u.department FROM identity_user AS u WHERE u.id = ANY (ids)
$$;
REVOKE EXECUTE ON FUNCTION named_people(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION named_people(text[]) TO tongchou_application;
`;
