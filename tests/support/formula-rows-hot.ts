import { compareRationals, rational, type Rational } from '#kernel/rational';
import { sizeOf } from '#rules/formula/figure';
import { nodeAt } from '#rules/targets/plan';
import { evaluationOf, totalsBefore } from '#tests/support/formula-rows-oracle';
import type { Random } from '#tests/support/formula-rows-random';
import type { Story, TrialPlan } from '#tests/support/formula-rows-story';

/** Two figures of the graph that decide something by which of them is larger. */
type Threshold = readonly [number, number];

/** A person's year with one number of its last row left open: what the row's figures are for each number. */
type OpenRow = (number: number) => (node: number) => Rational | undefined;

/** Tries for each story that is wanted; many rows cannot reach a threshold by one of their figures alone. */
const TRIES = 5;
/** How far a half fen is looked for: rates of four decimals have one within 20,000 fen if at all. */
const TIE_REACH = 20_000n;

/**
 * Stories made of others, whose last row lies at a threshold of the graph: one more in one of its figures
 * crosses it.
 */
export function thresholdStories(
  trial: TrialPlan,
  from: readonly Story[],
  random: Random,
  each: number,
): readonly Story[] {
  return thresholdsOf(trial).flatMap(([a, b]) => {
    const openFields = fieldsBehind(trial, [a, b]);
    return found(each, () =>
      withOpenRow(trial, random.of(from), openFields, random, (open) => {
        const isBelow = (number: number): boolean | undefined => {
          const figure = open(number);
          const [left, right] = [figure(a), figure(b)];
          return left && right && compareRationals(left, right) < 0;
        };
        return crossing(isBelow, (high) => random.magnitude(high));
      }),
    );
  });
}

/** Stories made of others, in whose last row an amount to be rounded is half a fen exactly. */
export function tieStories(
  trial: TrialPlan,
  from: readonly Story[],
  random: Random,
  each: number,
): readonly Story[] {
  const rounds = trial.plan.live.filter((index) => nodeAt(trial.plan, index).op === 'round');
  return rounds.flatMap((round) => {
    const exact = nodeAt(trial.plan, round).args[0] ?? -1;
    const openFields = fieldsBehind(trial, [exact]);
    return found(each, () =>
      withOpenRow(trial, random.of(from), openFields, random, (open, high) => {
        const start = random.magnitude(high);
        const [here, next] = [open(start)(exact), open(start + 1)(exact)];
        const reach = here && next && stepsToTie(here, next);
        if (reach === undefined || start + reach > high) return undefined;
        const there = open(start + reach)(exact);
        return there?.denominator === 2n ? start + reach : undefined;
      }),
    );
  });
}

/** Positions of the money and counts of a row that come into figures of the graph. */
function fieldsBehind({ plan, fields }: TrialPlan, nodes: readonly number[]): readonly number[] {
  const behind = new Set<string>();
  const seen = new Set<number>();
  const visit = (index: number): void => {
    if (seen.has(index)) return;
    seen.add(index);
    const node = nodeAt(plan, index);
    if (node.op === 'input') behind.add(node.field);
    // What a total adds up lies in earlier rows.
    if (node.op !== 'running') node.args.forEach(visit);
  };
  nodes.forEach(visit);
  return fields.flatMap(({ field, unit }, at) =>
    behind.has(field) && (unit === 'fen' || unit === 'count') ? [at] : [],
  );
}

function thresholdsOf({ plan }: TrialPlan): readonly Threshold[] {
  const pairs = plan.live.flatMap((index): readonly Threshold[] => {
    const { op, args, ...node } = nodeAt(plan, index);
    const [first = -1, second = -1, third = -1] = args;
    switch (op) {
      case 'compare':
      case 'min':
      case 'max':
        return [[first, second]];
      case 'clamp':
        return [
          [first, second],
          [first, third],
        ];
      case 'marginal': {
        const bands = 'bands' in node ? node.bands : 1;
        return args.slice(2, 1 + bands).flatMap((threshold): readonly Threshold[] => [
          [first, threshold],
          [second, threshold],
        ]);
      }
      default:
        return [];
    }
  });
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}

function found(count: number, search: () => Story | undefined): readonly Story[] {
  const stories: Story[] = [];
  for (let tries = 0; tries < count * TRIES && stories.length < count; tries += 1) {
    const story = search();
    if (story !== undefined) stories.push(story);
  }
  return stories;
}

/** Leaves one of these fields of a story's last row open and puts in what `search` finds for it. */
function withOpenRow(
  trial: TrialPlan,
  story: Story,
  openFields: readonly number[],
  random: Random,
  search: (open: OpenRow, high: number) => number | undefined,
): Story | undefined {
  if (openFields.length === 0) return undefined;
  const at = random.of(openFields);
  const field = trial.fields[at];
  const last = story.rows.length - 1;
  const [row, vector] = [story.rows[last], story.vectors[last]];
  if (row === undefined || vector === undefined || field === undefined) return undefined;
  const totals = totalsBefore(trial, story, last);
  const number = search((tried) => {
    const evaluation = evaluationOf(trial, row.with(at, tried), vector, totals);
    return (node) => {
      const figure = evaluation.figure(node);
      return figure && sizeOf(figure);
    };
  }, field.high);
  return number === undefined ? undefined : { ...story, rows: story.rows.with(last, row.with(at, number)) };
}

/** A number at which a condition holds and which it does not hold one further on, or the other way round. */
function crossing(
  holds: (number: number) => boolean | undefined,
  draw: (high: number) => number,
): number | undefined {
  const drawn = [0, draw(1_000_000), draw(100_000_000), draw(999_999_999)].toSorted((a, b) => a - b);
  const known = drawn.flatMap((number) => {
    const answer = holds(number);
    return answer === undefined ? [] : [{ number, answer }];
  });
  const at = known.findIndex(({ answer }, index) => index > 0 && answer !== known[index - 1]?.answer);
  const [from, to] = [known[at - 1], known[at]];
  if (from === undefined || to === undefined) return undefined;
  let [low, high] = [from.number, to.number];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const answer = holds(middle);
    if (answer === undefined) return undefined;
    if (answer === from.answer) low = middle;
    else high = middle;
  }
  return low;
}

/** How many equal steps lead from `here`, by the step to `next`, to half a fen; undefined if none of them do. */
function stepsToTie(here: Rational, next: Rational): number | undefined {
  const shared = 2n * here.denominator * next.denominator;
  const start = (here.numerator * shared) / here.denominator;
  const step = (next.numerator * shared) / next.denominator - start;
  const half = rational(1n, 2n);
  const tie = (half.numerator * shared) / half.denominator;
  for (let steps = 0n; steps < TIE_REACH; steps += 1n) {
    if ((((start + steps * step - tie) % shared) + shared) % shared === 0n) return Number(steps);
  }
  return undefined;
}
