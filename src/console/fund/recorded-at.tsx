import type { ReactNode } from 'react';
import { LOCALES, useLanguage } from '#console/i18n/language.ts';

/** An instant in Beijing time, wherever the reader's machine thinks it stands. */
export function RecordedAt({ instant }: { readonly instant: string }): ReactNode {
  const { language } = useLanguage();
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  });
  return <time dateTime={instant}>{format.format(new Date(instant))}</time>;
}
