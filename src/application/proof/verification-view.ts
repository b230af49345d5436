import type { KeptVerification } from '#application/proof/verification-desk';

/** A verification as HTTP tells it: figures without examples, which may name rows of other places. */
export function verificationView({ report, by, at }: KeptVerification) {
  return {
    at,
    by,
    isSound: report.checks.every(({ wrong }) => wrong === 0n),
    unsealed: report.unsealed.toString(),
    checks: report.checks.map(({ name, title, checked, wrong, unproved }) => ({
      name,
      title,
      checked: checked.toString(),
      wrong: wrong.toString(),
      unproved: unproved.toString(),
    })),
  };
}
