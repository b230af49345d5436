import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

/** Refuses a faulty step of a pack's pipeline; `at` is its file and line, `name` the faulty part. */
export function badStep(at: string, name: string, what: Bilingual): Refusal {
  return {
    code: 'bad_step',
    at: `${at} ${name}`,
    what,
    next: {
      zh: '参数与顺序见 docs/reference/mechanisms.md',
      en: 'see docs/reference/mechanisms.md for arguments and order',
    },
  };
}
