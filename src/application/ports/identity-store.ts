import type { RecordRef } from '#application/identity/record-kinds';
import type { Account, Scope } from '#domain/identity/account';
import type { Binding } from '#domain/identity/binding';
import type { Department } from '#domain/identity/department';
import type { BreakGlass, Grant, User } from '#domain/identity/grant';
import type { PlacePath } from '#domain/identity/place-path';
import type { RoleId } from '#domain/identity/roles';

/** The data of a login name before its password is checked. */
export type SignInStart =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly userId: string;
      readonly hash: string;
      readonly place: PlacePath;
      readonly department: Department;
    };

export interface NewUser {
  readonly login: string;
  readonly name: string;
  readonly department: Department;
  readonly place: PlacePath;
}

/** The user to whom a subject of a provider is bound. */
export interface BoundUser {
  readonly userId: string;
  readonly place: PlacePath;
  readonly department: Department;
}

/** The name of a person, for readers of a record that bears the id. */
export interface PersonName {
  readonly id: string;
  readonly name: string;
  readonly department: Department;
}

/** A filter of the access log; members not given do not restrict. */
export interface AccessFilter {
  /** Lines before this number. */
  readonly below?: bigint;
  readonly userId?: string;
  /** A place with what lies below it. */
  readonly place?: PlacePath;
  /** A part of the route's address, or a method. */
  readonly route?: string;
  /** First and last instant. */
  readonly from?: string;
  readonly to?: string;
  readonly onlyRefused?: boolean;
}

/** One line of the access log: a request about one place. */
export interface AccessEntry {
  readonly at: string;
  readonly requestId: string;
  /** Null for a sign-in under a name that nobody has. */
  readonly userId: string | null;
  readonly department: Department | null;
  readonly method: string;
  readonly route: string;
  /** The place that was touched or asked for. */
  readonly place: PlacePath | null;
  /** Ids of the address, the query, and the pools that the body names. */
  readonly record: string | null;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The emergency access that allowed it. */
  readonly breakGlassId: string | null;
}

/** Accounts, sessions and the access log. Times are instants, ISO 8601 in UTC; tokens come as their SHA-256. */
export interface IdentityStore {
  /** Counts an attempt under a name; returns the hash to compare with, or how long to wait. */
  beginSignIn(login: string, now: string): Promise<SignInStart>;
  /** Opens a session and clears the failed attempts of its user's name. */
  openSession(tokenHash: string, userId: string, now: string, until: string): Promise<void>;
  /** Finds the account of a session that is neither ended nor too old nor idle for too long. */
  findAccount(tokenHash: string, now: string, idleMinutes: number): Promise<Account | undefined>;
  /** Ends a session; returns whether an identity provider had opened it. */
  endSession(tokenHash: string, now: string): Promise<boolean>;
  /** Finds the user bound to a provider's subject: a confirmed binding that has not ended, of an active user. */
  findBoundUser(issuer: string, subject: string): Promise<BoundUser | undefined>;
  openProviderSession(tokenHash: string, userId: string, now: string, until: string): Promise<void>;
  /** Replaces a hash by a stronger one of the same password. */
  rehashPassword(userId: string, oldHash: string, newHash: string): Promise<void>;
  countAdministrators(): Promise<number>;
  /**
   * Makes one of the first two administrators; returns the refusal's code where it is too late or the name is taken.
   */
  makeFirstAdministrator(
    user: NewUser,
    hash: string,
    now: string,
  ): Promise<'made' | 'set_up_over' | 'login_taken'>;
  /** Names the users of these ids, wherever their accounts lie; unknown ids are left out. */
  namePeople(ids: readonly string[]): Promise<readonly PersonName[]>;
  /** Finds the places of records, each once and whoever asks; unknown records are left out. */
  findPlacesOf(records: readonly RecordRef[]): Promise<readonly PlacePath[]>;
  /** Writes all lines or none. */
  logAccess(lines: readonly AccessEntry[]): Promise<void>;
  /**
   * Runs `work` in one transaction that sees and writes only within the scope; an error thrown by `work` undoes all of
   * it.
   */
  within<T>(scope: Scope, work: (office: IdentityOffice) => Promise<T>): Promise<T>;
}

/** The operations within a scope; anything outside it does not exist for them. */
export interface IdentityOffice {
  listUsers(): Promise<readonly User[]>;
  findUser(id: string): Promise<User | undefined>;
  /** Adds a user and returns the id; undefined where the login name is taken. */
  addUser(user: NewUser, by: string, now: string): Promise<string | undefined>;
  endUser(id: string, by: string, reason: string, now: string): Promise<void>;
  /** Sets a password and ends the user's sessions, except the kept one. */
  setPassword(
    userId: string,
    password: { readonly hash: string; readonly mustChange: boolean },
    now: string,
    keptToken?: string,
  ): Promise<void>;
  listGrants(userId?: string): Promise<readonly Grant[]>;
  findGrant(id: string): Promise<Grant | undefined>;
  requestGrant(
    wanted: {
      readonly user: User;
      readonly role: RoleId;
      readonly place: PlacePath;
      readonly reason: string;
    },
    by: string,
    now: string,
  ): Promise<string>;
  /** Decides a grant; false where someone else decided it meanwhile. */
  decideGrant(grant: Grant, decision: 'confirmed' | 'refused', by: string, now: string): Promise<boolean>;
  /** False where someone else has ended it meanwhile. */
  endGrant(id: string, by: string, reason: string, now: string): Promise<boolean>;
  takeBreakGlass(
    taken: Pick<BreakGlass, 'userId' | 'role' | 'place' | 'department' | 'reason' | 'startedAt' | 'until'>,
  ): Promise<string>;
  listBreakGlass(): Promise<readonly BreakGlass[]>;
  findBreakGlass(id: string): Promise<BreakGlass | undefined>;
  /** Reviews an emergency access; false where someone else reviewed it meanwhile. */
  reviewBreakGlass(
    taken: BreakGlass,
    review: { readonly finding: 'justified' | 'unjustified'; readonly note: string },
    by: string,
    now: string,
  ): Promise<boolean>;
  /** The newest first. */
  listAccess(
    limit: number,
    filter?: AccessFilter,
  ): Promise<readonly (AccessEntry & { readonly number: bigint })[]>;
  listBindings(): Promise<readonly Binding[]>;
  findBinding(id: string): Promise<Binding | undefined>;
  requestBinding(
    wanted: Pick<Binding, 'userId' | 'issuer' | 'subject' | 'reason'>,
    by: string,
    now: string,
  ): Promise<string>;
  /** `decided`: someone else was faster; `bound`: the subject or the user is bound already, be it out of sight. */
  decideBinding(
    binding: Binding,
    decision: 'confirmed' | 'refused',
    by: string,
    now: string,
  ): Promise<'recorded' | 'decided' | 'bound'>;
  /** False where someone else has ended it meanwhile. */
  endBinding(id: string, by: string, reason: string, now: string): Promise<boolean>;
}
