import type { Bilingual } from '#kernel/bilingual';
import type {
  Citation,
  Claim,
  FigureRange,
  Formula,
  FormulaNode,
  FormulaUnit,
  NodeName,
  Operation,
  PlainOperator,
  RowRefusal,
} from '#rules/formula/node';

/** The shape of a formula out of parsed JSON, or the path of the first member that does not fit. */
export function readFormula(json: unknown): Formula | string {
  try {
    const { id, nodes, outputs, claims } = objectAt(json, '$');
    return {
      id: textAt(id, 'id'),
      nodes: listAt(nodes, 'nodes').map((node, at) =>
        readNode(objectAt(node, `nodes[${at}]`), `nodes[${at}]`),
      ),
      outputs: Object.fromEntries(
        Object.entries(objectAt(outputs, 'outputs')).map(([name, node]) => [
          name,
          indexAt(node, `outputs.${name}`),
        ]),
      ),
      claims: listAt(claims, 'claims').map((claim, at) => readClaim(objectAt(claim, `claims[${at}]`), at)),
    };
  } catch (fault) {
    // Stryker disable next-line ConditionalExpression: nothing else is thrown; a defect of this file would be
    if (fault instanceof Misfit) return fault.message;
    throw fault;
  }
}

/** Carries the place of what does not fit out of nested readers; never leaves this file. */
class Misfit extends Error {}

type Members = Readonly<Record<string, unknown>>;

function readNode(node: Members, at: string): FormulaNode {
  return {
    ...readOperation(node, at),
    unit: oneOf(UNITS, node['unit'], `${at}.unit`),
    args: listAt(node['args'], `${at}.args`).map((arg) => indexAt(arg, `${at}.args`)),
    ...readCitation(node, at),
    ...(node['name'] === undefined && node['label'] === undefined ? {} : readName(node, at)),
    ...(node['options'] === undefined ? {} : { options: textsAt(node['options'], `${at}.options`) }),
    ...(node['range'] === undefined ? {} : { range: readRange(node['range'], `${at}.range`) }),
  };
}

function readOperation(node: Members, at: string): Operation {
  const op = textAt(node['op'], `${at}.op`);
  const text = (member: string): string => textAt(node[member], `${at}.${member}`);
  switch (op) {
    case 'input':
      return { op, field: text('field') };
    case 'value':
      return { op, value: text('value') };
    case 'lookup':
      return { op, value: text('value'), axes: textsAt(node['axes'], `${at}.axes`) };
    case 'constant':
      return { op, text: text('text') };
    case 'if':
      return { op };
    case 'round':
    case 'mulDiv':
      return { op, rounding: oneOf(ROUNDINGS, node['rounding'], `${at}.rounding`) };
    case 'compare':
      return { op, comparison: oneOf(COMPARISONS, node['comparison'], `${at}.comparison`) };
    case 'match':
      return {
        op,
        cases: textsAt(node['cases'], `${at}.cases`),
        otherwise: oneOf([true, false] as const, node['otherwise'], `${at}.otherwise`),
      };
    case 'assert':
      return { op, refusal: readRefusal(objectAt(node['refusal'], `${at}.refusal`), `${at}.refusal`) };
    case 'marginal':
      return { op, bands: indexAt(node['bands'], `${at}.bands`) };
    case 'running':
      return { op, total: text('total') };
    case 'exceptions':
      return { op, exceptions: textsAt(node['exceptions'], `${at}.exceptions`) };
    default:
      return { op: oneOf(PLAIN, op, `${at}.op`) };
  }
}

const PLAIN: readonly PlainOperator[] = [
  'add',
  'subtract',
  'timesRate',
  'timesCount',
  'min',
  'max',
  'clamp',
  'and',
  'or',
  'not',
  'daysBetween',
  'fullYears',
];
const UNITS: readonly FormulaUnit[] = ['fen', 'exact', 'rate', 'points', 'count', 'date', 'truth', 'choice'];
const ROUNDINGS = ['half_up', 'down'] as const;
const COMPARISONS = ['below', 'at_most', 'equals', 'at_least', 'above'] as const;

function readCitation(node: Members, at: string): Citation {
  return { cite: textsAt(node['cite'], `${at}.cite`), readings: textsAt(node['readings'], `${at}.readings`) };
}

function readName(node: Members, at: string): NodeName {
  return { name: textAt(node['name'], `${at}.name`), label: readBilingual(node['label'], `${at}.label`) };
}

function readRefusal(refusal: Members, at: string): RowRefusal {
  return {
    code: textAt(refusal['code'], `${at}.code`),
    field: textAt(refusal['field'], `${at}.field`),
    what: readBilingual(refusal['what'], `${at}.what`),
    next: readBilingual(refusal['next'], `${at}.next`),
  };
}

function readRange(range: unknown, at: string): FigureRange {
  const { atLeast, atMost } = objectAt(range, at);
  return { atLeast: textAt(atLeast, `${at}.atLeast`), atMost: textAt(atMost, `${at}.atMost`) };
}

function readClaim({ claim, node, bound }: Members, index: number): Claim {
  const at = `claims[${index}]`;
  const kind = oneOf(['not_negative', 'at_most'] as const, claim, `${at}.claim`);
  const of = indexAt(node, `${at}.node`);
  return kind === 'not_negative'
    ? { claim: kind, node: of }
    : { claim: kind, node: of, bound: indexAt(bound, `${at}.bound`) };
}

function readBilingual(text: unknown, at: string): Bilingual {
  const { zh, en } = objectAt(text, at);
  return { zh: textAt(zh, `${at}.zh`), en: textAt(en, `${at}.en`) };
}

function oneOf<T>(known: readonly T[], value: unknown, at: string): T {
  const found = known.find((each) => each === value);
  if (found === undefined) throw new Misfit(at);
  return found;
}

function objectAt(value: unknown, at: string): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Misfit(at);
  return value as Members;
}

function listAt(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Misfit(at);
  return value;
}

function textsAt(value: unknown, at: string): readonly string[] {
  return listAt(value, at).map((each) => textAt(each, at));
}

function textAt(value: unknown, at: string): string {
  if (typeof value !== 'string') throw new Misfit(at);
  return value;
}

function indexAt(value: unknown, at: string): number {
  if (!Number.isSafeInteger(value)) throw new Misfit(at);
  return value as number;
}
