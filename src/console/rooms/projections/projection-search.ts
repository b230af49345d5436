import type { CourseId, SchemeId } from '#console/api/fund-projection-queries.ts';

/** What the address of the list carries: the kept projection, or the year of adjustment, that a new one starts from. */
interface StartSearch {
  readonly from?: string;
  readonly year?: string;
}

/** What the address of a projection carries: which course of it is shown, and the figure that is open. */
interface ProjectionSearch {
  readonly figure?: string;
  readonly course?: CourseId;
  readonly scheme?: SchemeId;
  readonly pool?: string;
}

/** Ids of nodes, which may hold a band such as `60+`. */
const FIGURE = /^[\p{L}\p{N}_./:+-]{1,200}$/u;
const COURSES: readonly string[] = ['baseline', 'scenario'] satisfies readonly CourseId[];
const SCHEMES: readonly string[] = ['employee', 'resident'] satisfies readonly SchemeId[];

/** Reads the list's search parameters; what cannot be an id is ignored. */
export function readStartSearch({ from, year }: Readonly<Record<string, unknown>>): StartSearch {
  if (isText(from) && FIGURE.test(from)) return { from };
  return isText(year) && FIGURE.test(year) ? { year } : {};
}

/** Reads a projection's search parameters; what is none of it is ignored, not an error. */
export function readProjectionSearch(search: Readonly<Record<string, unknown>>): ProjectionSearch {
  const { figure, course, scheme, pool } = search;
  return {
    ...(isText(figure) && FIGURE.test(figure) ? { figure } : {}),
    ...(isText(course) && COURSES.includes(course) ? { course: course as CourseId } : {}),
    ...(isText(scheme) && SCHEMES.includes(scheme) ? { scheme: scheme as SchemeId } : {}),
    ...(isText(pool) && FIGURE.test(pool) ? { pool } : {}),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
