import type { ColumnType, Generated } from 'kysely';
import type { AccessEntry } from '#application/ports/identity-store';
import type { Department } from '#domain/identity/department';
import type { RoleId } from '#domain/identity/roles';

type Immutable<T> = { readonly [Key in keyof T]: ColumnType<T[Key], T[Key], never> };

/** Made by the database, as a text. */
interface Numbered {
  readonly id: Generated<string>;
}

/** The identity tables that the application may read and add to. */
export interface IdentityTables {
  readonly identityUser: Numbered &
    Immutable<{
      login: string;
      name: string;
      department: Department;
      place: string;
      createdBy: string | null;
      createdAt: string;
    }>;
  readonly identityUserEnd: Immutable<{ userId: string; endedBy: string; endedAt: string; reason: string }>;
  readonly identityGrant: Numbered &
    Immutable<{
      userId: string;
      home: string;
      role: RoleId;
      place: string;
      reason: string;
      requestedBy: string | null;
      requestedAt: string;
    }>;
  readonly identityGrantDecision: Immutable<{
    grantId: string;
    userId: string;
    requester: string;
    decision: 'confirmed' | 'refused';
    decidedBy: string | null;
    decidedAt: string;
  }>;
  readonly identityGrantEnd: Immutable<{ grantId: string; endedBy: string; endedAt: string; reason: string }>;
  readonly breakGlass: Numbered &
    Immutable<{
      userId: string;
      role: RoleId;
      place: string;
      department: Department;
      reason: string;
      startedAt: string;
      until: string;
    }>;
  readonly breakGlassReview: Immutable<{
    breakGlassId: string;
    userId: string;
    finding: 'justified' | 'unjustified';
    note: string;
    reviewedBy: string;
    reviewedAt: string;
  }>;
  readonly identityBinding: Numbered &
    Immutable<{
      userId: string;
      issuer: string;
      subject: string;
      reason: string;
      requestedBy: string;
      requestedAt: string;
    }>;
  readonly identityBindingDecision: Immutable<{
    bindingId: string;
    userId: string;
    requestedBy: string;
    decision: 'confirmed' | 'refused';
    decidedBy: string;
    decidedAt: string;
  }>;
  readonly identityBindingEnd: Immutable<{
    bindingId: string;
    endedBy: string;
    endedAt: string;
    reason: string;
  }>;
  readonly accessLog: Immutable<AccessEntry> & { readonly number: Generated<bigint> };
}
