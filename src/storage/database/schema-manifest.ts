import type pg from 'pg';
import { ROLES, SCHEMA } from '#storage/database/roles';

/** A line of the manifest, and what it belongs to. */
interface Line {
  readonly relation: string;
  readonly line: string;
}

/**
 * The relations of our schema with owner and kind; then for each its columns, constraints, indexes, triggers, row
 * policies and the rights that others than the owner have. Not-null constraints are left to the columns: PostgreSQL
 * 18 also lists them as constraints, 15 does not.
 */
const SECTIONS = [
  `SELECT c.relname AS relation, format('%s owned by %s%s',
     CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
       WHEN 'S' THEN 'sequence' WHEN 'p' THEN 'partitioned table' ELSE c.relkind::text END,
     pg_get_userbyid(c.relowner), CASE WHEN c.relrowsecurity THEN ', row security' ELSE '' END) AS line
   FROM pg_class AS c WHERE c.relnamespace = $1::regnamespace AND c.relkind NOT IN ('i', 'I', 't', 'c')
   ORDER BY c.relname COLLATE "C"`,
  `SELECT c.relname AS relation, format('column %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
     CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
     coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) AS line
   FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
   LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p') AND a.attnum > 0
     AND NOT a.attisdropped
   ORDER BY a.attnum`,
  `SELECT c.relname AS relation, format('constraint %s %s', k.conname, pg_get_constraintdef(k.oid)) AS line
   FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
   WHERE c.relnamespace = $1::regnamespace AND k.contype <> 'n' ORDER BY k.conname COLLATE "C"`,
  `SELECT tablename AS relation, format('index %s', substr(indexdef, strpos(indexdef, 'INDEX ') + 6)) AS line
   FROM pg_indexes WHERE schemaname = $1 ORDER BY indexname COLLATE "C"`,
  `SELECT c.relname AS relation, format('trigger %s', pg_get_triggerdef(t.oid)) AS line
   FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
   WHERE c.relnamespace = $1::regnamespace AND NOT t.tgisinternal ORDER BY t.tgname COLLATE "C"`,
  `SELECT tablename AS relation, format('policy %s for %s to %s using %s check %s', policyname, cmd,
     array_to_string(roles, ', '), coalesce(qual, '-'), coalesce(with_check, '-')) AS line
   FROM pg_policies WHERE schemaname = $1 ORDER BY policyname COLLATE "C"`,
  `SELECT c.relname AS relation, format('grant %s: %s',
     CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee) END,
     string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type COLLATE "C")) AS line
   FROM pg_class AS c, aclexplode(c.relacl) AS g
   WHERE c.relnamespace = $1::regnamespace AND g.grantee <> c.relowner
   GROUP BY c.relname, g.grantee ORDER BY pg_get_userbyid(g.grantee) COLLATE "C"`,
];

/** The schema's own owner and rights, and whether any of our roles could log in or do without rights. */
const HEAD = `
  SELECT format('schema %s owned by %s', n.nspname, pg_get_userbyid(n.nspowner)) AS line, 1 AS rank
  FROM pg_namespace AS n WHERE n.nspname = $1
  UNION ALL
  SELECT format('  grant %s: %s', CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee) END,
    string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type COLLATE "C")), 2
  FROM pg_namespace AS n, aclexplode(n.nspacl) AS g WHERE n.nspname = $1 AND g.grantee <> n.nspowner
  GROUP BY g.grantee
  UNION ALL
  SELECT format('role %s: login %s, superuser %s, bypasses row security %s', rolname, rolcanlogin, rolsuper,
    rolbypassrls), 3
  FROM pg_roles WHERE rolname = ANY ($2)`;

/**
 * The functions: a changed body is noticed by its hash, a changed owner, right or setting by its line. Each is a block of
 * its own after the relations.
 */
const FUNCTIONS = `
  SELECT format('function %s(%s) returns %s: %s, %s%s, owned by %s, %s, body %s', p.proname,
    pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid), l.lanname,
    CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END,
    CASE WHEN p.prosecdef THEN ', security definer' ELSE '' END, pg_get_userbyid(p.proowner),
    coalesce('set ' || array_to_string(p.proconfig, ', '), 'no settings'),
    encode(sha256(convert_to(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc), 'UTF8')), 'hex'))
    || coalesce((SELECT string_agg(format(E'\\n  grant %s: %s',
        CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee) END, g.privilege_type), ''
        ORDER BY pg_get_userbyid(g.grantee) COLLATE "C") FROM aclexplode(p.proacl) AS g WHERE g.grantee <> p.proowner), '') AS line
  FROM pg_proc AS p JOIN pg_language AS l ON l.oid = p.prolang
  WHERE p.pronamespace = $1::regnamespace
  ORDER BY p.proname COLLATE "C", pg_get_function_identity_arguments(p.oid) COLLATE "C"`;

/** The whole schema as the live catalog has it, as text that is the same on every supported version. */
export async function describeSchema(client: pg.ClientBase): Promise<string> {
  const roles = Object.values(ROLES);
  const head = await client.query<{ line: string; rank: number }>(
    `SELECT * FROM (${HEAD}) AS head ORDER BY rank, line COLLATE "C"`,
    [SCHEMA, roles],
  );
  const sections: (readonly Line[])[] = [];
  for (const section of SECTIONS) sections.push((await client.query<Line>(section, [SCHEMA])).rows);
  const [relations = [], ...details] = sections;
  const blocks = relations.map(({ relation, line }) => {
    const own = details.flat().filter((detail) => detail.relation === relation);
    return [`${relation}: ${line}`, ...own.map((detail) => `  ${detail.line}`)].join('\n');
  });
  const functions = await client.query<{ line: string }>(FUNCTIONS, [SCHEMA]);
  const parts = [
    head.rows.map(({ line }) => line).join('\n'),
    ...blocks,
    ...functions.rows.map(({ line }) => line),
  ];
  return `${parts.join('\n\n')}\n`;
}
