import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

/** A step of a pack's pipeline cannot stand as it is written; `at` is its file and line, `name` what is wrong there. */
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
