import { useQuery } from '@tanstack/react-query';
import { rolesQuery } from '#console/api/office-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

/** Names roles and departments as the server words them; by their ids until that is known. */
export function useRoleNames(): {
  readonly roleName: (id: string) => string;
  readonly departmentName: (id: string) => string;
} {
  const { pick } = useLanguage();
  const { data } = useQuery(rolesQuery);
  const nameIn = (lines: readonly { id: string; label: { zh: string; en: string } }[] | undefined) => {
    return (id: string): string => {
      const found = lines?.find((line) => line.id === id);
      return found === undefined ? id : pick(found.label);
    };
  };
  return { roleName: nameIn(data?.roles), departmentName: nameIn(data?.departments) };
}
