import type { ReportTable } from '#application/exports/report';

/** A record laid out in Chinese like the official forms: a statement, a budget, a consolidated budget. */
export interface FormsReport {
  readonly title: string;
  /** Name of the file without its ending. */
  readonly fileName: string;
  /** Which record it is, and what such a record is called: 报表, 预算. */
  readonly record: { readonly kind: string; readonly id: string };
  readonly contentHash: string;
  /** The instant to which the file is dated, ISO 8601 in UTC. */
  readonly recordedAt: string;
  /** What stands across every page where nobody has signed as second person; null where one has. */
  readonly draftMark: string | null;
  /** 编制单位, 期间, 单位 and the rest: label and text. */
  readonly head: readonly (readonly [label: string, text: string])[];
  /** One a page and a sheet; titles differ before any bracket. */
  readonly forms: readonly FormReport[];
  /** What stands behind all forms, on a sheet of its own: checks, clauses. */
  readonly after: ReportTable;
  /** Who drew it up and who checked it. */
  readonly signOff: string;
}

export interface FormReport {
  readonly table: ReportTable;
  /** Totals whose shown parts do not add up to them (尾差); null where all do. */
  readonly differences: ReportTable | null;
}

/** Room for a name that is written by hand, and between two names: ideographic spaces. */
const UNSIGNED = '\u3000'.repeat(4);
const GAP = '\u3000'.repeat(2);

/** Who drew it up and who checked it, with room for whoever answers for it. @param checker null: nobody yet */
export function signOffOf(maker: string, checker: string | null): string {
  return [`编制：${maker}`, `复核：${checker ?? UNSIGNED}`, `单位负责人：${UNSIGNED}`].join(GAP);
}

/** How the units of a form are written. */
export const UNIT_NAMES = { yuan: '元', wan: '万元' } as const;

/** Full names of the funds of both insurance types, as titles have them. */
export const FUND_NAMES = { employee: '职工基本医疗保险基金', resident: '城乡居民基本医疗保险基金' } as const;
