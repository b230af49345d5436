import { allow, refuse, type Decision } from '#kernel/decision';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';

/** A day as someone wrote it, such as 2024-01-31; `at` names the field or option in which it stands. */
export function readDay(at: string, text: string): Decision<PlainDate> {
  const date = parsePlainDate(text);
  if (date !== undefined) return allow(date);
  return refuse({
    code: 'bad_date',
    at,
    what: { zh: `${text} 不是日期`, en: `${text} is no day of the calendar` },
    next: { zh: '请写成 2024-01-31', en: 'write it like 2024-01-31' },
  });
}
