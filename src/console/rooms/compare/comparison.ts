import type { PackValue } from '#console/api/queries.ts';
import type { PackViewBody } from '#contract/packs';
import type { Bilingual } from '#kernel/bilingual';

/** What a place says on one point. */
export interface ComparedCell {
  /** The figures in force last, or what fills a step; several of a table or of a list. */
  readonly figures: PackValue['versions'][number]['figures'];
  /** How binding it is: a value's kind, or `step` for what a step of the pipeline fixes. */
  readonly kind: string;
  /** First day from which it holds; a step has none of its own. */
  readonly from?: string;
  readonly cite: readonly string[];
  readonly value?: PackValue;
}

/** What a row is about: a value by its label, a mechanism, or an argument of one. */
export type RowName =
  | { readonly kind: 'value'; readonly name: string; readonly label: Bilingual }
  | { readonly kind: 'mechanism'; readonly mechanism: string }
  | { readonly kind: 'argument'; readonly mechanism: string; readonly argument: string };

export interface ComparedRow {
  readonly key: string;
  readonly name: RowName;
  /** One for each place, in their order; undefined where the place says nothing. */
  readonly cells: readonly (ComparedCell | undefined)[];
}

export interface ComparedTopic {
  readonly topic: string;
  readonly rows: readonly ComparedRow[];
}

/** A place's pack first, then the packs it extends. */
export type PackFamily = readonly PackViewBody[];

/** Where what the steps of the pipelines fix is listed. */
const PIPELINE_TOPIC = 'adjustment';
/** The order in which the field goes through a policy; a topic of another name comes after. */
const TOPICS = [PIPELINE_TOPIC, 'contribution', 'benefit', 'payment', 'fund', 'agency', 'assessment'];

/** The places side by side, topic by topic: first what their pipelines do, then every value of their own. */
export function compare(families: readonly PackFamily[]): readonly ComparedTopic[] {
  const steps = stepRows(families);
  const used = families.map(([pack]) => valuesInSteps(pack));
  // A value that every place puts into a step of its own is already there.
  const rows = valueRows(families).filter(({ row }) =>
    row.cells.some((cell, place) => cell !== undefined && used[place]?.has(row.key) !== true),
  );
  const topics = new Set([...TOPICS, ...rows.map(({ topic }) => topic)]);
  return [...topics]
    .map((topic) => ({
      topic,
      rows: [
        ...(topic === PIPELINE_TOPIC ? steps : []),
        ...rows.filter((entry) => entry.topic === topic).map(({ row }) => row),
      ],
    }))
    .filter((topic) => topic.rows.length > 0);
}

/** Whether places that say something on the point say different things. */
export function isDifferent(row: ComparedRow): boolean {
  return new Set(row.cells.flatMap((cell) => (cell === undefined ? [] : [signature(cell)]))).size > 1;
}

/** How many places say something on the point. */
export function saidBy(row: ComparedRow): number {
  return row.cells.filter((cell) => cell !== undefined).length;
}

function signature({ figures, kind }: ComparedCell): string {
  return JSON.stringify([kind, figures.map(({ cell, text }) => [cell, text])]);
}

function stepRows(families: readonly PackFamily[]): readonly ComparedRow[] {
  const found = new Map<string, RowName>();
  for (const [pack] of families) {
    for (const step of pack?.pipeline?.steps ?? []) {
      found.set(step.mechanism, { kind: 'mechanism', mechanism: step.mechanism });
    }
  }
  for (const mechanism of [...found.keys()]) {
    for (const [pack] of families) {
      for (const { name } of stepOf(pack, mechanism)?.arguments ?? []) {
        // What a clause argument names is told beside the figure it belongs to.
        if (name.endsWith('_cite')) continue;
        found.set(`${mechanism}.${name}`, { kind: 'argument', mechanism, argument: name });
      }
    }
  }
  const order = [...new Set([...found.values()].map((name) => ('mechanism' in name ? name.mechanism : '')))];
  return [...found]
    .map(([key, name]) => ({ key, name, cells: families.map((family) => stepCell(family, name)) }))
    .toSorted((a, b) => order.indexOf(mechanismOf(a)) - order.indexOf(mechanismOf(b)));
}

function mechanismOf({ name }: ComparedRow): string {
  return 'mechanism' in name ? name.mechanism : '';
}

type Step = NonNullable<PackViewBody['pipeline']>['steps'][number];

function stepOf(pack: PackViewBody | undefined, mechanism: string): Step | undefined {
  return pack?.pipeline?.steps.find((step) => step.mechanism === mechanism);
}

function stepCell(family: PackFamily, name: RowName): ComparedCell | undefined {
  if (name.kind === 'value') return undefined;
  const step = stepOf(family[0], name.mechanism);
  if (step === undefined) return undefined;
  if (name.kind === 'mechanism') return { figures: [], kind: 'step', cite: step.cite };
  const argument = step.arguments.find((candidate) => candidate.name === name.argument);
  if (argument === undefined) return undefined;
  const value = findValue(family, argument.filledWith[0] ?? '');
  if (value !== undefined) return valueCell(value);
  const figures = argument.filledWith.map((text, index) => ({
    cell: argument.filledWith.length > 1 ? `${index + 1}` : '',
    text,
  }));
  return { figures, kind: 'step', cite: step.cite };
}

function findValue(family: PackFamily, name: string): PackValue | undefined {
  return family.flatMap((pack) => pack.values).find((value) => value.name === name);
}

function valuesInSteps(pack: PackViewBody | undefined): ReadonlySet<string> {
  const steps = pack?.pipeline?.steps ?? [];
  return new Set(steps.flatMap((step) => step.arguments.flatMap((argument) => argument.filledWith)));
}

function valueRows(
  families: readonly PackFamily[],
): readonly { readonly topic: string; readonly row: ComparedRow }[] {
  const found = new Map<string, { readonly topic: string; readonly value: PackValue }>();
  for (const [pack] of families) {
    for (const value of pack?.values ?? []) {
      if (!found.has(value.name)) found.set(value.name, { topic: value.topic ?? '', value });
    }
  }
  return [...found].map(([name, { topic, value }]) => ({
    topic,
    row: {
      key: name,
      name: { kind: 'value', name, label: value.label },
      cells: families.map(([pack]) => {
        const own = pack?.values.find((candidate) => candidate.name === name);
        return own === undefined ? undefined : valueCell(own);
      }),
    },
  }));
}

/** The version in force last: what is compared; the earlier ones stand on the time line. */
function valueCell(value: PackValue): ComparedCell | undefined {
  const version = value.versions.at(-1);
  if (version === undefined) return undefined;
  const { figures, from, cite } = version;
  return { figures, kind: value.kind, from, cite, value };
}
