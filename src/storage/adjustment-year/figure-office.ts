import { sql, type Kysely } from 'kysely';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import type { Tables } from '#storage/database/tables';

/** Figures of years, as a scope's transaction sees and adds them. */
export function figureOffice(within: Kysely<Tables>): Pick<YearOffice, 'listFigures' | 'recordFigures'> {
  return {
    listFigures: (yearId) =>
      within
        .selectFrom('adjustmentYearFigure')
        .select(['number', 'subject', 'field', 'value', 'source', 'note', 'recordedBy', 'recordedAt'])
        .where('yearId', '=', yearId)
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('adjustmentYearStep as s')
                .select('s.sequence')
                .where('s.yearId', '=', yearId)
                .where('s.kind', '=', 'returned')
                .where(
                  sql<boolean>`s.content::jsonb -> 'setAside' @> to_jsonb(adjustment_year_figure.number::text)`,
                ),
            ),
          ),
        )
        .orderBy('number')
        .execute(),

    async recordFigures({ id, place }, figures, by, now) {
      if (figures.length === 0) return;
      await within
        .insertInto('adjustmentYearFigure')
        .values(
          figures.map(({ source, ...figure }) => ({
            ...figure,
            yearId: id,
            place,
            source: JSON.stringify(source),
            recordedBy: by,
            recordedAt: now,
          })),
        )
        .execute();
    },
  };
}
