/** What a file of opening balances names, read here only to ask for its control totals; the server reads it whole. */
export function templatesInFile(csv: string): readonly string[] {
  const [head = '', ...rows] = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const column = head.split(',').findIndex((name) => name.trim() === 'template');
  if (column < 0) return [];
  const found = rows.map((row) => row.split(',')[column]?.trim() ?? '').filter((name) => name !== '');
  return [...new Set(found)];
}
