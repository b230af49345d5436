import { clauseView, readingView, type ClauseView, type ReadingView } from '#application/views/source-view';
import type { Bilingual } from '#kernel/bilingual';
import { packName, packPlaces, packStatus, type Pack } from '#rules/pack/pack';
import type {
  Cells,
  LinkedFigure,
  RawAdjustment,
  RawAssessment,
  RawSupervision,
  RawVersion,
  ValueKind,
} from '#rules/pack/raw-pack';

/** A pack in a list. */
export interface PackHead {
  readonly id: string;
  readonly name: Bilingual;
  /** Paths under which a register may carry its place. */
  readonly places: readonly string[];
  readonly status: 'in_force' | 'draft';
  readonly hash: string;
}

/** One figure of a version: `cell` is empty without axes, `employee`, or `employee/level_1` with two. */
export interface FigureView {
  readonly cell: string;
  readonly text: string;
}

export interface VersionView {
  readonly from: string;
  readonly to?: string;
  readonly figures: readonly FigureView[];
  readonly cite: readonly string[];
  readonly reading?: string;
  readonly source?: string;
  readonly reliability?: string;
}

export interface ValueView {
  readonly name: string;
  readonly label: Bilingual;
  readonly unit: string;
  readonly kind: ValueKind;
  /** The file of values in which it stands; absent for a pack read back from an artefact. */
  readonly topic?: string;
  readonly versions: readonly VersionView[];
}

/** A step of the pipeline: each argument with the value, the clause or the choices that fill it. */
export interface StepView {
  readonly mechanism: string;
  readonly arguments: readonly { readonly name: string; readonly filledWith: readonly string[] }[];
  readonly cite: readonly string[];
  readonly readings: readonly string[];
}

export interface PipelineView {
  readonly cite: readonly string[];
  readonly readings: readonly string[];
  readonly steps: readonly StepView[];
}

/** What those below are assessed by; the highest scores are the figures of the value that is named. */
export interface AssessmentView {
  readonly cite: readonly string[];
  readonly points: string;
  readonly items: readonly { readonly id: string; readonly name: Bilingual }[];
}

/** A pack's own content as the policy reader shows it; what it extends is shown as the packs it names. */
export interface PackView extends PackHead {
  readonly extends: readonly string[];
  readonly clauses: readonly ClauseView[];
  readonly values: readonly ValueView[];
  readonly readings: readonly ReadingView[];
  readonly pipeline?: PipelineView;
  readonly assessment?: AssessmentView;
  /** Lines and stages of supervision. */
  readonly supervision?: RawSupervision;
}

export function packHead(pack: Pack): PackHead {
  return {
    id: pack.raw.id,
    name: packName(pack),
    places: packPlaces(pack),
    status: packStatus(pack),
    hash: pack.hash,
  };
}

export function packView(pack: Pack): PackView {
  const { raw } = pack;
  return {
    ...packHead(pack),
    extends: raw.extends ?? [],
    clauses: raw.clauses.map((clause) => clauseView(pack, clause)),
    values: Object.entries(raw.values).map(([name, { label, unit, kind, versions }]) => ({
      name,
      label,
      unit,
      kind,
      ...topicOf(pack, name),
      versions: versions.map(versionView),
    })),
    readings: raw.readings.map(readingView),
    ...(raw.adjustment === undefined ? {} : { pipeline: pipelineView(raw.adjustment) }),
    ...(raw.assessment === undefined ? {} : { assessment: assessmentView(raw.assessment) }),
    ...(raw.supervision === undefined ? {} : { supervision: raw.supervision }),
  };
}

/** Packs keep values by topic, one file each: values/contribution.yaml. */
function topicOf(pack: Pack, value: string): { readonly topic?: string } {
  const topic = /values\/([\w-]+)\.yaml/.exec(pack.locate('values', [value]))?.[1];
  return topic === undefined ? {} : { topic };
}

function pipelineView({ cite, readings = [], steps }: RawAdjustment): PipelineView {
  return {
    cite,
    readings,
    steps: steps.map((step) => ({
      mechanism: step.mechanism,
      arguments: Object.entries(step.with ?? {}).map(([name, argument]) => ({
        name,
        filledWith: typeof argument === 'string' ? [argument] : argument,
      })),
      cite: step.cite,
      readings: step.readings ?? [],
    })),
  };
}

function assessmentView({ cite, points, items }: RawAssessment): AssessmentView {
  return { cite, points, items };
}

function versionView(version: RawVersion): VersionView {
  const { from, to, cite, reading, source, reliability } = version;
  return {
    from,
    ...(to === undefined ? {} : { to }),
    figures: figuresOf(version),
    cite,
    ...(reading === undefined ? {} : { reading }),
    ...(source === undefined ? {} : { source }),
    ...(reliability === undefined ? {} : { reliability }),
  };
}

/** A band has its ends as `low` and `high`; a delegated figure without an assumption has no figure at all. */
export function figuresOf({ value, cells, low, high, linked }: RawVersion): readonly FigureView[] {
  return [
    ...figuresIn(value),
    ...figuresIn(cells),
    ...figuresIn(low, ['low']),
    ...figuresIn(high, ['high']),
    ...(linked === undefined ? [] : [{ cell: '', text: linkText(linked) }]),
  ];
}

function figuresIn(cells: Cells | undefined, path: readonly string[] = []): readonly FigureView[] {
  if (cells === undefined) return [];
  if (typeof cells === 'string') return [{ cell: path.join('/'), text: cells }];
  return Object.entries(cells).flatMap(([member, below]) => figuresIn(below, [...path, member]));
}

/** "60% × average_wage[-1]": a share of last year's statistic. */
function linkText({ times, statistic, year_offset }: LinkedFigure): string {
  return `${times} × ${statistic}[${year_offset}]`;
}
