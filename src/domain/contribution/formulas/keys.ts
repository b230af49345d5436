import { NAMES } from '#domain/contribution/formulas/names';
import type { Expr, Operators } from '#rules/formula/expression';

/**
 * The fact of a row that chooses the cell on an axis; undefined for an axis that no fact of a person chooses.
 * Members of `personal_account` are `with` and `without`.
 */
export function keyOf(f: Operators, axis: string, members: readonly string[]): Expr<'choice'> | undefined {
  switch (axis) {
    case 'employer_kind':
      return f.input('employerKind', 'choice', NAMES.employerKind, members);
    case 'personal_account':
      return f.if(
        f.input('personalAccount', 'truth', NAMES.personalAccount),
        f.constant('choice', 'with'),
        f.constant('choice', 'without'),
      );
    case 'tier':
      return f.input('tier', 'choice', NAMES.tier, members);
    case 'sex':
      return f.input('sex', 'choice', NAMES.sex, members);
    case 'aid_category':
    case 'premium_aid':
      return f.input('aid', 'choice', NAMES.aid, members);
    default:
      return undefined;
  }
}
