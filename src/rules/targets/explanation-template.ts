import type { Bilingual } from '#kernel/bilingual';
import { present } from '#kernel/assert';
import type { ExplainedNode, NodeValue } from '#rules/explain/node';
import { nodeValueOf } from '#rules/formula/figure';
import type { Evaluation } from '#rules/targets/oracle-evaluation';
import { explainEvaluation, toldOnce, type FigureWords } from '#rules/targets/oracle-explanation';
import type { FigureWriter, WrittenFigures } from '#rules/targets/figure-writer';

/** An explanation with places for figures: what all rows share that took the same ways with the same values. */
export interface ExplanationTemplate {
  /** The nodes whose figures it takes. */
  readonly needs: ReadonlySet<number>;
  readonly fill: (figures: WrittenFigures) => readonly ExplainedNode[];
}

/** What templates of one formula have in common: most ways differ in a few nodes only. */
export type SharedNodes = Map<string, { readonly fill: Filler<ExplainedNode> | undefined }>;

type Filler<T> = (figures: WrittenFigures) => T;

/** Marks around the number of a node whose figure goes there. No text of a pack may hold them. */
const OPEN = '\u0001';
const CLOSE = '\u0002';

/**
 * Makes the template of a row's explanation by the oracle's own words, with places where its figures would stand.
 * Truths and choices are the same for all rows of a template and stand in it as they are.
 */
export function explanationTemplate(
  evaluation: Evaluation,
  roots: readonly number[],
  writers: ReadonlyMap<number, FigureWriter>,
  shared: SharedNodes,
): ExplanationTemplate {
  const needs = new Set<number>();
  const told = explainEvaluation(evaluation, roots, places(evaluation, writers, needs));
  const changing: (readonly [number, Filler<ExplainedNode>])[] = [];
  for (const [at, node] of told.entries()) {
    const key = JSON.stringify(node);
    const known = shared.get(key) ?? { fill: nodeFiller(node, writers) };
    shared.set(key, known);
    if (known.fill !== undefined) changing.push([at, known.fill]);
  }
  return { needs, fill: filler(told, changing) };
}

function places(
  evaluation: Evaluation,
  writers: ReadonlyMap<number, FigureWriter>,
  needs: Set<number>,
): FigureWords {
  const place = (index: number): string => {
    needs.add(index);
    return `${OPEN}${index}${CLOSE}`;
  };
  return {
    text: (index) => (writers.has(index) ? place(index) : evaluation.text(index)),
    value: (index) => {
      const writer = writers.get(index);
      if (writer !== undefined) return writer.valueOf(place(index));
      return nodeValueOf(present(evaluation.figure(index), `the figure of node ${index}`));
    },
  };
}

/** Nodes that are the same for all rows of a template are taken as they are. */
function filler(
  told: readonly ExplainedNode[],
  changing: readonly (readonly [number, Filler<ExplainedNode>])[],
): Filler<readonly ExplainedNode[]> {
  const places = changing.map(([at]) => at);
  const fills = changing.map(([, fill]) => fill);
  return (figures) => {
    const nodes = told.slice();
    for (let at = 0; at < fills.length; at += 1) {
      nodes[places[at] as number] = (fills[at] as Filler<ExplainedNode>)(figures);
    }
    return nodes;
  };
}

/** Undefined of a node that holds no place: it is the same for all rows. The shapes are spelt out: this runs for every figure. */
function nodeFiller(
  node: ExplainedNode,
  writers: ReadonlyMap<number, FigureWriter>,
): Filler<ExplainedNode> | undefined {
  const { id, label, cite, readings, assumptions, inputs } = node;
  const value = valueFiller(node.value, writers);
  const formula = node.formula && bilingualFiller(node.formula);
  const reasons = node.notChosen && reasonsFiller(node.notChosen);
  if (value === undefined && formula === undefined && reasons === undefined) return undefined;
  const fillValue = value ?? (() => node.value);
  const fillFormula = formula ?? (() => node.formula as Bilingual);
  const fillReasons = reasons ?? (() => node.notChosen as readonly Bilingual[]);
  if (node.formula === undefined && node.notChosen === undefined) {
    return (row) => ({ id, label, value: fillValue(row), cite, readings, assumptions, inputs });
  }
  if (node.notChosen === undefined) {
    return (row) => ({
      id,
      label,
      value: fillValue(row),
      formula: fillFormula(row),
      cite,
      readings,
      assumptions,
      inputs,
    });
  }
  if (node.formula === undefined) {
    return (row) => ({
      id,
      label,
      value: fillValue(row),
      notChosen: fillReasons(row),
      cite,
      readings,
      assumptions,
      inputs,
    });
  }
  return (row) => ({
    id,
    label,
    value: fillValue(row),
    formula: fillFormula(row),
    notChosen: fillReasons(row),
    cite,
    readings,
    assumptions,
    inputs,
  });
}

function valueFiller(
  value: NodeValue,
  writers: ReadonlyMap<number, FigureWriter>,
): Filler<NodeValue> | undefined {
  const text = placeIn(value);
  if (!text.startsWith(OPEN)) return undefined;
  const index = Number.parseInt(text.slice(1), 10);
  const { valueOf } = present(writers.get(index), `a writer of node ${index}`);
  return ({ values }) => valueOf(values[index] as string);
}

function placeIn(value: NodeValue): string {
  switch (value.kind) {
    case 'fen':
      return value.amount;
    case 'rate':
      return value.rate;
    case 'number':
      return value.number;
    default:
      return '';
  }
}

function reasonsFiller(reasons: readonly Bilingual[]): Filler<readonly Bilingual[]> | undefined {
  const fillers = reasons.map(bilingualFiller);
  if (fillers.every((fill) => fill === undefined)) return undefined;
  return (row) => {
    return toldOnce(
      fillers.map((fill, at) => (fill === undefined ? present(reasons[at], 'a reason') : fill(row))),
    );
  };
}

/** Undefined of a text that holds no place; both languages tell the same figures. */
function bilingualFiller({ zh, en }: Bilingual): Filler<Bilingual> | undefined {
  if (!zh.includes(OPEN)) return undefined;
  const [fillZh, fillEn] = [textFiller(zh), textFiller(en)];
  // Most calculations read the same in both languages.
  // Stryker disable next-line ConditionalExpression,BlockStatement: it saves filling the same text twice
  if (zh === en) {
    return (row) => {
      const text = fillZh(row);
      return { zh: text, en: text };
    };
  }
  return (row) => ({ zh: fillZh(row), en: fillEn(row) });
}

/** Few places are spelt out: this runs for every calculation of every row. */
function textFiller(text: string): Filler<string> {
  const [first = '', ...rest] = text.split(OPEN);
  const places = rest.map((part) => Number.parseInt(part, 10));
  const after = rest.map((part) => part.slice(part.indexOf(CLOSE) + 1));
  const [a = -1, b = -1, c = -1] = places;
  const [afterA = '', afterB = '', afterC = ''] = after;
  switch (places.length) {
    case 1:
      return ({ texts }) => first + (texts[a] as string) + afterA;
    case 2:
      return ({ texts }) => first + (texts[a] as string) + afterA + (texts[b] as string) + afterB;
    default:
      return ({ texts }) => {
        let filled =
          first +
          (texts[a] as string) +
          afterA +
          (texts[b] as string) +
          afterB +
          (texts[c] as string) +
          afterC;
        for (let at = 3; at < places.length; at += 1) {
          filled += (texts[places[at] as number] as string) + (after[at] as string);
        }
        return filled;
      };
  }
}
