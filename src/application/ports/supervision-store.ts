import type { Department } from '#domain/identity/department';
import type { Scope } from '#domain/identity/account';
import type { Recovered } from '#domain/supervision/check-report';
import type { SupervisionLine } from '#domain/supervision/plan-supervision';
import type {
  AskedCase,
  AskedFinding,
  AskedReport,
  Finding,
  Report,
  SupervisionCase,
} from '#domain/supervision/supervision-case';
import type { InsuranceType } from '#kernel/insurance-type';

/** Which cases to list; what is not named is not asked about. */
export interface CaseQuery {
  readonly pools?: readonly string[];
  readonly insuranceType?: InsuranceType;
  readonly year?: number;
  /** Of this fund year and those before it. */
  readonly throughYear?: number;
}

/** Cases of supervision, whole with findings and reports. Rows are only ever added. */
export interface SupervisionStore {
  /** One transaction that sees and writes only what lies in the scope; what `work` throws undoes it whole. */
  within<T>(scope: Scope, work: (office: SupervisionOffice) => Promise<T>): Promise<T>;
}

export interface SupervisionOffice {
  /** The newest first. */
  listCases(query?: CaseQuery): Promise<readonly SupervisionCase[]>;
  findCase(number: bigint): Promise<SupervisionCase | undefined>;
  /** The case of a finding, with the finding. */
  findCaseOfFinding(number: bigint): Promise<SupervisionCase | undefined>;
  findCaseOfReport(number: bigint): Promise<SupervisionCase | undefined>;
  openCase(
    asked: AskedCase,
    of: { readonly kind: SupervisionLine['kind']; readonly department: Department },
    by: string,
    now: string,
  ): Promise<bigint>;
  addFinding(of: SupervisionCase, asked: AskedFinding, by: string, now: string): Promise<bigint>;
  addReport(
    of: SupervisionCase,
    finding: Finding,
    asked: AskedReport,
    by: string,
    now: string,
  ): Promise<bigint>;
  /** Which of the events recovered money for the pool and type, by number; others are not among them. */
  readRecovered(of: SupervisionCase, events: readonly bigint[]): Promise<ReadonlyMap<bigint, Recovered>>;
  /** With a confirmation its returns are counted. False where somebody decided, or counted an event, meanwhile. */
  decideReport(
    of: SupervisionCase,
    report: Report,
    wanted: { readonly decision: 'confirmed' | 'refused'; readonly note: string },
    by: string,
    now: string,
  ): Promise<boolean>;
  /** False where it was closed meanwhile. */
  closeCase(of: SupervisionCase, by: string, now: string): Promise<boolean>;
}
