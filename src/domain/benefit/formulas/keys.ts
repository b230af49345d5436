import { NAMES } from '#domain/benefit/formulas/names';
import type { Expr, Operators } from '#rules/formula/expression';

/** The fact of an admission that chooses the cell on an axis; undefined for an axis that no fact chooses. */
export function keyOf(f: Operators, axis: string, members: readonly string[]): Expr<'choice'> | undefined {
  switch (axis) {
    case 'hospital_level':
      return f.input('hospitalLevel', 'choice', NAMES.hospitalLevel, members);
    case 'admission_number':
      return f.input('admissionNumber', 'choice', NAMES.admissionNumber, members);
    case 'person_kind':
      return f.input('personKind', 'choice', NAMES.personKind, members);
    case 'off_site_path':
      return f.input('offSitePath', 'choice', NAMES.offSitePath, members);
    default:
      return undefined;
  }
}
