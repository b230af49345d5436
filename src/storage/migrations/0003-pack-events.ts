import type { Migration } from '#storage/migrations/migration';

/**
 * The life of pack versions. The database itself holds to two people and to the order of the steps, by
 * constraints alone, so that no isolation level and no fault of the program gets round them:
 * - one person stands once at most among who checked and who approved a version, and once at most among who
 *   submitted and who approved it (`person` is the name without case and spaces);
 * - each step but a supersession happens once to a version (`once`), and only where the step that it `requires`
 *   is recorded.
 * Who decides upon a stale view collides on the sequence.
 */
export const migration0003: Migration = {
  number: 3,
  name: 'pack events',
  sql: `
ALTER TABLE pack_artefact ADD CONSTRAINT pack_artefact_of_pack UNIQUE (hash, pack_id);

CREATE TABLE pack_event (
  pack_id text NOT NULL CHECK (pack_id <> ''),
  sequence integer NOT NULL CHECK (sequence >= 1),
  pack_hash text NOT NULL,
  event text NOT NULL
    CHECK (event IN ('submitted', 'checked', 'approved', 'put_in_force', 'superseded', 'withdrawn')),
  actor text NOT NULL CHECK (actor <> '' AND actor = btrim(normalize(actor, NFKC))),
  at timestamptz NOT NULL CHECK (at = date_trunc('milliseconds', at, 'UTC')),
  effective_from date,
  note text NOT NULL,
  person text NOT NULL GENERATED ALWAYS AS (lower(replace(normalize(actor, NFKC), ' ', '') COLLATE "C")) STORED,
  once text GENERATED ALWAYS AS (CASE WHEN event <> 'superseded' THEN event END) STORED,
  requires text GENERATED ALWAYS AS (CASE event
    WHEN 'checked' THEN 'submitted'
    WHEN 'approved' THEN 'checked'
    WHEN 'put_in_force' THEN 'approved'
    WHEN 'superseded' THEN 'put_in_force'
    WHEN 'withdrawn' THEN 'submitted' END) STORED,
  CONSTRAINT pack_event_pkey PRIMARY KEY (pack_id, sequence),
  CONSTRAINT pack_event_version FOREIGN KEY (pack_hash, pack_id) REFERENCES pack_artefact (hash, pack_id),
  CONSTRAINT pack_event_once UNIQUE (pack_hash, once),
  CONSTRAINT pack_event_order FOREIGN KEY (pack_hash, requires) REFERENCES pack_event (pack_hash, once),
  CONSTRAINT pack_event_day CHECK (CASE
    WHEN event IN ('put_in_force', 'superseded') THEN effective_from IS NOT NULL
    WHEN event = 'withdrawn' THEN true
    ELSE effective_from IS NULL END)
);
COMMENT ON TABLE pack_event IS 'What happened to a version of a pack: by whom, known since when, in force from which day';
CREATE UNIQUE INDEX pack_event_checker_not_approver ON pack_event (pack_hash, person)
  WHERE event IN ('checked', 'approved');
CREATE UNIQUE INDEX pack_event_submitter_not_approver ON pack_event (pack_hash, person)
  WHERE event IN ('submitted', 'approved');

GRANT SELECT, INSERT ON pack_event TO tongchou_application;
GRANT SELECT ON pack_event TO tongchou_auditor;
`,
};
