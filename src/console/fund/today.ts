const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day in China at an instant, as YYYY-MM-DD, wherever the reader's machine thinks it stands. */
export function chinaDayOf(instant: string | Date): string {
  return DAY.format(new Date(instant));
}

/** Today in China as YYYY-MM-DD, for fields that begin with it. */
export function todayInChina(): string {
  return chinaDayOf(new Date());
}
