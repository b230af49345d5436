/**
 * The journal templates of a pack version are registered with it when it is put in force, in the same transaction, so
 * that posting by a pack in force depends on no earlier call. A version without templates registers none.
 */
export const JOURNAL_IN_FORCE = `
CREATE FUNCTION register_journal_in_force() RETURNS trigger LANGUAGE plpgsql SET search_path = tongchou, pg_temp AS $$
BEGIN
  PERFORM register_journal(NEW.pack_hash);
  RETURN NULL;
END $$;
CREATE TRIGGER journal_in_force AFTER INSERT ON pack_event FOR EACH ROW WHEN (NEW.event = 'put_in_force')
  EXECUTE FUNCTION register_journal_in_force();
SELECT register_journal(pack_hash) FROM pack_event WHERE event = 'put_in_force';
`;
