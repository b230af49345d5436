import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { FigureSource } from '#domain/adjustment-year/figure';
import type { MatterContent, MatterKind } from '#domain/adjustment-year/matter';
import type { PostedPart } from '#domain/adjustment-year/posted-lines';
import type { YearStepKind } from '#domain/adjustment-year/year-step';
import type { InsuranceType } from '#kernel/insurance-type';

type Immutable<T> = { readonly [Key in keyof T]: ColumnType<T[Key], T[Key], never> };

/** The tables of migration 10. */
export interface AdjustmentYearTables {
  readonly adjustmentYear: Immutable<{
    place: string;
    fund: string;
    insuranceType: InsuranceType;
    year: number;
    packId: string;
    openedBy: string;
    openedAt: string;
  }> & { readonly id: Generated<string> };
  readonly adjustmentYearFigure: Immutable<{
    yearId: string;
    place: string;
    subject: string;
    field: string;
    value: string;
    note: string;
    recordedBy: string;
    recordedAt: string;
  }> & { readonly number: Generated<bigint>; readonly source: JSONColumnType<FigureSource> };
  readonly adjustmentYearStep: Immutable<{
    yearId: string;
    sequence: number;
    place: string;
    kind: YearStepKind;
    version: number;
    ofStep: number | null;
    ofKind: YearStepKind | null;
    doneBy: string;
    doneAt: string;
    checkedBy: string | null;
    note: string;
    makers: string[] | null;
    bound: string[] | null;
    requestKey: string | null;
    content: string;
    contentHash: string;
  }>;
  readonly adjustmentYearPosting: Immutable<{
    yearId: string;
    sequence: number;
    place: string;
    version: number;
    line: string;
    part: PostedPart;
    amount: bigint;
    event: bigint;
    postingMonth: string;
  }>;
  readonly adjustmentMatter: Immutable<{
    kind: MatterKind;
    place: string;
    pool: string;
    insuranceType: InsuranceType;
    year: number;
    packId: string;
    document: string;
    documentHash: string;
    note: string;
    corrects: string | null;
    requestedBy: string;
    requestedAt: string;
  }> & { readonly id: Generated<string>; readonly content: JSONColumnType<MatterContent> };
  readonly adjustmentMatterDecision: Immutable<{
    matterId: string;
    place: string;
    requester: string;
    decision: 'granted' | 'refused';
    granted: string | null;
    decidedBy: string;
    decidedAt: string;
    note: string;
    event: bigint | null;
    corrects: string | null;
  }>;
}
