import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Department } from '#domain/identity/department';
import type { AskedCase, AskedFinding } from '#domain/supervision/supervision-case';
import type { InsuranceType } from '#kernel/insurance-type';

type Immutable<T> = { readonly [Key in keyof T]: ColumnType<T[Key], T[Key], never> };
type Numbered<T> = Immutable<T> & { readonly number: Generated<bigint> };

/** The tables of migration 24. */
export interface SupervisionTables {
  readonly supervisionCase: Numbered<{
    place: string;
    pool: string;
    insuranceType: InsuranceType;
    year: number;
    packId: string;
    line: string;
    lineKind: 'joint' | 'off_site' | null;
    stage: string | null;
    openedOn: string;
    departments: Department[];
    openerDepartment: Department;
    offSite: string | null;
    examinedKind: AskedCase['examinedKind'];
    examinedCode: string;
    document: string;
    documentHash: string;
    note: string;
    openedBy: string;
    openedAt: string;
  }>;
  readonly supervisionFinding: Numbered<{
    caseNumber: bigint;
    place: string;
    what: string;
    clause: string;
    amount: bigint;
    referredTo: NonNullable<AskedFinding['referral']>['to'] | null;
    referralDocument: string | null;
    referralHash: string | null;
    foundBy: string;
    foundAt: string;
  }>;
  readonly supervisionReport: Numbered<{
    finding: bigint;
    place: string;
    loss: bigint;
    document: string;
    documentHash: string;
    note: string;
    reportedBy: string;
    reportedAt: string;
  }> & { readonly returns: JSONColumnType<readonly { readonly event: string; readonly amount: string }[]> };
  readonly supervisionDecision: Immutable<{
    report: bigint;
    place: string;
    reporter: string;
    decision: 'confirmed' | 'refused';
    decidedBy: string;
    decidedAt: string;
    note: string;
  }>;
  readonly supervisionReturn: Immutable<{ event: bigint; report: bigint; place: string; amount: bigint }>;
  readonly supervisionClosing: Immutable<{
    caseNumber: bigint;
    place: string;
    closedBy: string;
    closedAt: string;
  }>;
}
