import type { KeptVerification } from '#application/ports/verification-store';

/** Shows a verification for HTTP. */
export function verificationView({ at, by, head, unsealed, checks }: KeptVerification) {
  return {
    at,
    by,
    head,
    isSound: checks.every(({ wrong }) => wrong === 0n),
    unsealed: unsealed.toString(),
    checks: checks.map(({ name, title, checked, wrong, unproved }) => ({
      name,
      title,
      checked: checked.toString(),
      wrong: wrong.toString(),
      unproved: unproved.toString(),
    })),
  };
}
