import { sql, type Kysely } from 'kysely';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import { present } from '#kernel/assert';
import type { Tables } from '#storage/database/tables';

/** What is decided for years on its own, as a scope's transaction sees and adds it. */
export function matterOffice(
  within: Kysely<Tables>,
): Pick<YearOffice, 'listMatters' | 'findMatter' | 'requestMatter' | 'decideMatter'> {
  return {
    listMatters: ({ pools, insuranceType } = {}) =>
      selectMatters(within)
        .$if(pools !== undefined, (query) => query.where('m.pool', 'in', [...(pools ?? []), '']))
        .$if(insuranceType !== undefined, (query) =>
          query.where('m.insuranceType', '=', insuranceType ?? 'employee'),
        )
        .orderBy('m.requestedAt')
        .orderBy('m.id')
        .execute(),
    findMatter: (id) => selectMatters(within).where('m.id', '=', id).executeTakeFirst(),

    async requestMatter({ content, ...asked }, by, now) {
      const row = await within
        .insertInto('adjustmentMatter')
        .values({ ...asked, content: JSON.stringify(content), requestedBy: by, requestedAt: now })
        .returning('id')
        .executeTakeFirst();
      return present(row, 'the matter as it was just asked for').id;
    },

    async decideMatter({ id, place, requestedBy, corrects }, decided, by, now) {
      const row = await within
        .insertInto('adjustmentMatterDecision')
        .values({
          ...decided,
          matterId: id,
          place,
          requester: requestedBy,
          decidedBy: by,
          decidedAt: now,
          corrects: decided.decision === 'granted' ? corrects : null,
        })
        // Decided already, or another correction of the same matter was granted meanwhile.
        .onConflict((conflict) => conflict.doNothing())
        .returning('matterId')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/* The query's type is long and follows from its columns; callers check it against the port. */
function selectMatters(within: Kysely<Tables>) {
  return within
    .selectFrom('adjustmentMatter as m')
    .leftJoin('adjustmentMatterDecision as d', 'd.matterId', 'm.id')
    .select([
      'm.id',
      'm.kind',
      'm.place',
      'm.pool',
      'm.insuranceType',
      'm.year',
      'm.packId',
      'm.content',
      'm.document',
      'm.documentHash',
      'm.note',
      'm.corrects',
      'm.requestedBy',
      'm.requestedAt',
      'd.decision',
      'd.granted',
      'd.decidedBy',
      'd.decidedAt',
      'd.note as decisionNote',
      sql<string | null>`d.event::text`.as('event'),
    ]);
}
