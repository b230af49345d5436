/**
 * An account as people write it: a statutory one by its code and name, one of obligations by its name, since its code is
 * the program's own. Without a name the code stands alone, never hidden.
 */
export function accountLabel(code: string, name: string | undefined): string {
  if (name === undefined || name === '') return code;
  return /^\d/.test(code) ? `${code} ${name}` : name;
}
