import type { Expr, Operators } from '#rules/formula/expression';
import type { Citation, FormulaNode, FormulaUnit, NodeName, Operation } from '#rules/formula/node';
import type { FindShape } from '#rules/formula/value-shape';

/** What the operators of one citation share with the builder that they write into. */
export interface Interning {
  readonly citation: Citation;
  readonly shapes: FindShape;
  readonly intern: <U extends FormulaUnit>(node: FormulaNode & { readonly unit: U }) => Expr<U>;
  readonly optionsOf: (exprs: readonly Expr[]) => { readonly options?: readonly string[] };
}

const GIVEN: Citation = { cite: [], readings: [] };

export function createOperators(interning: Interning): Operators {
  return { ...sources(interning), ...arithmetic(interning), ...scales(interning), ...choices(interning) };
}

type Write = <U extends FormulaUnit>(
  operation: Operation,
  unit: U,
  args: readonly Expr[],
  name?: NodeName,
  results?: readonly Expr[],
) => Expr<U>;

function writer({ citation, intern, optionsOf }: Interning): Write {
  // Stryker disable next-line ArrayDeclaration: what is no node has no options
  return (operation, unit, args, name, results = []) =>
    intern({
      ...operation,
      unit,
      args: args.map((arg) => arg.node),
      ...citation,
      ...name,
      ...optionsOf(results),
    });
}

/** What the row gives and what the pack says bring their own source; a constant follows the citation. */
function sources({ citation, shapes, intern }: Interning): Pick<Operators, 'input' | 'value' | 'constant'> {
  return {
    input: (field, unit, name, limits) =>
      intern({
        op: 'input',
        field,
        unit,
        args: [],
        ...GIVEN,
        ...name,
        ...(limits === undefined ? {} : 'atLeast' in limits ? { range: limits } : { options: limits }),
      }),
    value: (value, unit, keys = {}, name, range) => {
      const shape = shapes(value);
      const limits = {
        ...(shape?.options === undefined ? {} : { options: shape.options }),
        ...(range === undefined ? {} : { range }),
      };
      // Stryker disable next-line ArrayDeclaration: what has no name is no key
      const axes = (shape?.axes ?? []).map((axis) => axis.name).filter((axis) => Object.hasOwn(keys, axis));
      // Stryker disable next-line ArrayDeclaration,OptionalChaining: only axes that have a key are left
      const args = axes.flatMap((axis) => keys[axis]?.node ?? []);
      return intern(
        axes.length === 0
          ? { op: 'value', value, unit, args, ...GIVEN, ...name, ...limits }
          : { op: 'lookup', value, axes, unit, args, ...GIVEN, ...name, ...limits },
      );
    },
    constant: (unit, text, name) =>
      intern({
        op: 'constant',
        text,
        unit,
        args: [],
        ...citation,
        ...name,
        ...(unit === 'choice' ? { options: [text] } : {}),
      }),
  };
}

type Arithmetic = 'add' | 'subtract' | 'timesRate' | 'timesCount' | 'round' | 'min' | 'max' | 'clamp';

function arithmetic(interning: Interning): Pick<Operators, Arithmetic> {
  const write = writer(interning);
  return {
    add: (addends, name) => write({ op: 'add' }, addends[0].unit, addends, name),
    subtract: (from, less, name) => write({ op: 'subtract' }, from.unit, [from, less], name),
    timesRate: (amount, rate, name) => write({ op: 'timesRate' }, 'exact', [amount, rate], name),
    timesCount: <U extends 'fen' | 'exact' | 'count'>(
      times: Expr<U>,
      count: Expr<'count'>,
      name?: NodeName,
    ): Expr<U extends 'count' ? 'count' : 'exact'> => {
      const unit = times.unit === 'count' ? 'count' : 'exact';
      return write({ op: 'timesCount' }, unit as U extends 'count' ? 'count' : 'exact', [times, count], name);
    },
    round: (exact, rounding, name) => write({ op: 'round', rounding }, 'fen', [exact], name),
    min: (a, b, name) => write({ op: 'min' }, a.unit, [a, b], name),
    max: (a, b, name) => write({ op: 'max' }, a.unit, [a, b], name),
    clamp: (value, low, high, name) => write({ op: 'clamp' }, value.unit, [value, low, high], name),
  };
}

type Scales = 'mulDiv' | 'marginal' | 'daysBetween' | 'fullYears' | 'running';

function scales(interning: Interning): Pick<Operators, Scales> {
  const write = writer(interning);
  return {
    mulDiv: (amount, times, by, rounding, name) =>
      write({ op: 'mulDiv', rounding }, 'fen', [amount, times, by], name),
    marginal: (from, to, { thresholds, rates }, name) =>
      write({ op: 'marginal', bands: rates.length }, 'exact', [from, to, ...thresholds, ...rates], name),
    daysBetween: (from, to, name) => write({ op: 'daysBetween' }, 'count', [from, to], name),
    fullYears: (from, to, name) => write({ op: 'fullYears' }, 'count', [from, to], name),
    running: (total, amount, name) => write({ op: 'running', total }, 'fen', [amount], name),
  };
}

function choices(
  interning: Interning,
): Omit<Operators, Arithmetic | Scales | 'input' | 'value' | 'constant'> {
  const write = writer(interning);
  return {
    exceptions: (base, exceptions, name) =>
      write(
        { op: 'exceptions', exceptions: exceptions.map((each) => each.name) },
        base.unit,
        [base, ...exceptions.flatMap(({ when, then }) => [when, then])],
        name,
        [base, ...exceptions.map(({ then }) => then)],
      ),
    compare: (a, comparison, b) => write({ op: 'compare', comparison }, 'truth', [a, b]),
    and: (conditions) => write({ op: 'and' }, 'truth', conditions),
    or: (conditions) => write({ op: 'or' }, 'truth', conditions),
    not: (condition) => write({ op: 'not' }, 'truth', [condition]),
    if: (condition, then, otherwise, name) =>
      write({ op: 'if' }, then.unit, [condition, then, otherwise], name, [then, otherwise]),
    match: (key, cases, otherwise, name) => {
      const results = [...Object.values(cases), ...(otherwise === undefined ? [] : [otherwise])];
      const operation = {
        op: 'match',
        cases: Object.keys(cases),
        otherwise: otherwise !== undefined,
      } as const;
      return write(operation, unitOf(results), [key, ...results], name, results);
    },
    assert: (condition, value, refusal) =>
      write({ op: 'assert', refusal }, value.unit, [condition, value], undefined, [value]),
  };
}

/** All results of a match have one unit; the check says where one differs. */
function unitOf<U extends FormulaUnit>(results: readonly Expr<U>[]): U {
  return results[0]?.unit ?? ('truth' as U);
}
