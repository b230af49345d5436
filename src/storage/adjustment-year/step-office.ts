import { sql, type Kysely } from 'kysely';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import type { YearStep, YearStepKind } from '#domain/adjustment-year/year-step';
import type { Tables } from '#storage/database/tables';

const BOUND: readonly YearStepKind[] = ['checked', 'returned', 'approved', 'paid'];

/** Steps of years, as a scope's transaction sees and adds them. */
export function stepOffice(within: Kysely<Tables>): Pick<YearOffice, 'listSteps' | 'recordStep'> {
  return {
    async listSteps(yearId) {
      const rows = await within
        .selectFrom('adjustmentYearStep')
        .selectAll()
        .$if(yearId !== undefined, (query) => query.where('yearId', '=', yearId ?? ''))
        .orderBy('yearId')
        .orderBy('sequence')
        .execute();
      const steps = new Map<string, readonly YearStep[]>();
      for (const { yearId: id, ofStep, doneBy, doneAt, ...row } of rows) {
        const step = {
          sequence: row.sequence,
          kind: row.kind,
          version: row.version,
          of: ofStep,
          by: doneBy,
          at: doneAt,
          note: row.note,
          makers: row.makers,
          requestKey: row.requestKey,
          content: row.content,
          contentHash: row.contentHash,
        };
        steps.set(id, [...(steps.get(id) ?? []), step]);
      }
      return steps;
    },

    async recordStep({ id, place }, { of, by, at, makers, ...step }) {
      const mutable = makers === null ? null : [...makers];
      const before = within
        .selectFrom('adjustmentYearStep')
        .where('yearId', '=', id)
        .where('sequence', '=', of ?? 0);
      const row = await within
        .insertInto('adjustmentYearStep')
        .values({
          ...step,
          yearId: id,
          place,
          ofStep: of,
          ofKind: of === null ? null : sql<YearStepKind>`(${before.select('kind')})`,
          doneBy: by,
          doneAt: at,
          checkedBy: step.kind === 'approved' ? sql<string>`(${before.select('doneBy')})` : null,
          makers: mutable,
          bound: BOUND.includes(step.kind) ? mutable : null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('sequence')
        .executeTakeFirst();
      if (row !== undefined && step.kind === 'proposed') await keepRunOf(within, id, step.content);
      return row !== undefined;
    },
  };
}

/** From now on the run is shown to who sees the year, and is in no public list. */
async function keepRunOf(within: Kysely<Tables>, yearId: string, content: string): Promise<void> {
  const { run } = JSON.parse(content) as { readonly run: string };
  await sql`INSERT INTO adjustment_year_run (run, year_id) VALUES (${run}, ${yearId})
    ON CONFLICT (run) DO NOTHING`.execute(within);
}
