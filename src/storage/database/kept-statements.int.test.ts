import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { KEPT } from '#storage/database/kept-statements';
import { describeOnPostgres } from '#tests/support/fresh-database';

describeOnPostgres('kept statements', (database) => {
  test('a connection keeps the plan of a statement that says so, once, and of no other', async () => {
    const kept = await database()
      .connect('application')
      .connection()
      .execute(async (connection) => {
        for (const number of [1, 2, 3]) {
          const { rows } = await sql<{
            doubled: number;
          }>`${KEPT}SELECT 2 * ${number}::int AS doubled`.execute(connection);
          expect(rows).toEqual([{ doubled: 2 * number }]);
          await sql`SELECT 3 * ${number}::int`.execute(connection);
        }
        const { rows } = await sql<{
          statement: string;
        }>`SELECT statement FROM pg_prepared_statements`.execute(connection);
        return rows.map(({ statement }) => statement);
      });
    expect(kept).toEqual(['/* kept */ SELECT 2 * $1::int AS doubled']);
  });
});
