import type { IdentityServices } from '#application/identity/services';
import { DEPARTMENTS } from '#domain/identity/department';

/**
 * Names the people who made, checked or closed a record; a reader of the record may know them even outside the reader's
 * places. An id that is no user, such as the machine's, is kept as it is.
 */
export async function namePeople(
  { identityStore }: Pick<IdentityServices, 'identityStore'>,
  ids: readonly (string | null)[],
): Promise<{
  readonly nameOf: (id: string) => string;
  /** With the department, as 梅（医保）. */
  readonly titleOf: (id: string) => string;
}> {
  const asked = new Set(ids.filter((id) => id !== null));
  const people = new Map((await identityStore.namePeople([...asked])).map((person) => [person.id, person]));
  const nameOf = (id: string): string => people.get(id)?.name ?? id;
  return {
    nameOf,
    titleOf: (id) => {
      const person = people.get(id);
      return person === undefined ? id : `${person.name}（${DEPARTMENTS[person.department].zh}）`;
    },
  };
}
