import type { Account } from '#domain/identity/account';
import { isOpenBinding, type Binding } from '#domain/identity/binding';
import * as no from '#domain/identity/binding-refusals';
import type { User } from '#domain/identity/grant';
import { samePerson, userEnded } from '#domain/identity/refusals';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { reasonMissing } from '#kernel/reason-missing';

interface WantedBinding {
  readonly issuer: string;
  readonly subject: string;
  readonly reason: string;
}

/**
 * Decides whether a binding may be requested: for an active user, with a subject that no visible binding has. The
 * database keeps a subject to one user, wherever the other binding lies.
 */
export function decideBindingRequest(
  user: User,
  seen: readonly Binding[],
  wanted: WantedBinding,
): Decision<WantedBinding> {
  const subject = wanted.subject.trim();
  const found: Refusal[] = [];
  if (user.endedAt !== null) found.push(userEnded(user.login));
  if (wanted.reason.trim() === '') found.push(reasonMissing());
  if (subject === '') found.push(no.subjectMissing());
  const others = seen.filter((binding) => isOpenBinding(binding) && binding.issuer === wanted.issuer);
  if (others.some((binding) => binding.userId === user.id || binding.subject === subject)) {
    found.push(no.alreadyBound());
  }
  return allowUnless(found, () => ({ ...wanted, subject }));
}

/** Decides whether a person may decide on a binding: neither the requester nor the user who could sign in by it. */
export function decideBindingDecision(by: Account, binding: Binding): Decision<Binding> {
  if (binding.state !== 'requested') return refuse(no.bindingDecided(binding.id));
  const isOwn = binding.requestedBy === by.userId || binding.userId === by.userId;
  return isOwn ? refuse(samePerson(binding.id)) : allow(binding);
}
