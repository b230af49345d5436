/**
 * The register of places and pools, kept by adding rows: what a place is pooled by is history, so that money from
 * before pooling knows the county it came from. Small tables: reference tables where the ledger is distributed.
 */
export const PLACE_TABLES = `
CREATE TABLE place (
  path text PRIMARY KEY CHECK (is_place(path)),
  above text GENERATED ALWAYS AS (nullif(regexp_replace(path, '/?[^/]*$', ''), '')) STORED REFERENCES place (path),
  name_zh text NOT NULL CHECK (btrim(name_zh) <> ''),
  name_en text NOT NULL CHECK (btrim(name_en) <> ''),
  since date NOT NULL,
  recorded_by text REFERENCES identity_user (id),
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE place IS 'Provinces, cities, counties, townships, villages; recorded_by null: who controls the machine';

CREATE TABLE place_end (
  path text PRIMARY KEY REFERENCES place (path),
  until date NOT NULL,
  recorded_by text REFERENCES identity_user (id),
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE place_end IS 'The last day of a place that was dissolved or renamed';

CREATE TABLE pool (
  id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
  kind text NOT NULL CHECK (kind IN ('pool', 'fund')),
  name_zh text NOT NULL CHECK (btrim(name_zh) <> ''),
  name_en text NOT NULL CHECK (btrim(name_en) <> ''),
  place text NOT NULL REFERENCES place (path),
  since date NOT NULL,
  recorded_by text REFERENCES identity_user (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pool_kind UNIQUE (id, kind)
);
COMMENT ON TABLE pool IS 'Pools (统筹区) and adjustment funds (调剂金), at the place that administers them';

CREATE TABLE fund_member (
  pool text NOT NULL,
  pool_kind text NOT NULL GENERATED ALWAYS AS ('pool') STORED,
  fund text NOT NULL,
  fund_kind text NOT NULL GENERATED ALWAYS AS ('fund') STORED,
  since date NOT NULL,
  recorded_by text REFERENCES identity_user (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (pool, since),
  CONSTRAINT member_is_pool FOREIGN KEY (pool, pool_kind) REFERENCES pool (id, kind),
  CONSTRAINT member_of_fund FOREIGN KEY (fund, fund_kind) REFERENCES pool (id, kind)
);
COMMENT ON TABLE fund_member IS 'From that day on a pool belongs to an adjustment fund';

CREATE TABLE pooling (
  place text NOT NULL REFERENCES place (path),
  pool text NOT NULL,
  pool_kind text NOT NULL GENERATED ALWAYS AS ('pool') STORED,
  since date NOT NULL,
  basis text NOT NULL CHECK (btrim(basis) <> ''),
  recorded_by text REFERENCES identity_user (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (place, since),
  CONSTRAINT pooled_by_pool FOREIGN KEY (pool, pool_kind) REFERENCES pool (id, kind)
);
COMMENT ON TABLE pooling IS 'From that day on the insured of a place belong to a pool, until a later row of the place';
`;
