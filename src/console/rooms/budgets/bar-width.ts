/** Where a percentage stands on a bar: never left of its start or right of its end. */
export function barWidth(percent: string): string {
  const value = Number(percent);
  return `${Math.min(100, Math.max(0, Number.isFinite(value) ? value : 0))}%`;
}
