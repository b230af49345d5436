/** Today in Beijing as YYYY-MM-DD, for fields that begin with it. */
export function todayInChina(now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);
}
