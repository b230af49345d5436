import { REPLACEABLE_VALUES, type ReplaceableValue } from '#application/adjustment/request';
import type { Baseline } from '#application/scenarios/open-baseline';
import { plannedValues } from '#domain/adjustment/plan';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { firstDayOfYear, parseInsuranceYear, type InsuranceYear } from '#kernel/insurance-year';
import type { PlainDate } from '#kernel/plain-date';
import { findValue } from '#rules/pack/pack';
import type { Cells, RawValue } from '#rules/pack/raw-pack';
import { limitsOf } from '#rules/value/bounds';
import { versionAt } from '#rules/value/version-at';

/** What a replaced figure may be, both ends included, and what says so. */
export interface BoundView {
  readonly low?: string;
  readonly high?: string;
  readonly label: Bilingual;
  readonly cite: readonly string[];
}

/** A value that a scenario of a run may replace, with the figures that the run used. */
export interface ReplaceableView {
  readonly name: ReplaceableValue;
  readonly label: Bilingual;
  readonly unit: (typeof REPLACEABLE_VALUES)[ReplaceableValue];
  readonly kind: RawValue['kind'];
  /** Of the run's year and insurance type; the cell's other members joined by /, empty for a single figure. */
  readonly figures: readonly { readonly cell: string; readonly text: string }[];
  /** The run itself already replaced the pack's figure. */
  readonly isReplacedInRun: boolean;
  readonly cite: readonly string[];
  readonly reading?: string;
  readonly bound?: BoundView;
}

/** The values that the run's pipeline is filled with and that a scenario may replace, in the contract's order. */
export function replaceableNames({ plan }: Pick<Baseline, 'plan'>): readonly ReplaceableValue[] {
  const planned = plannedValues(plan);
  return (Object.keys(REPLACEABLE_VALUES) as ReplaceableValue[]).filter((name) => planned.includes(name));
}

export function replaceableValues(baseline: Baseline): readonly ReplaceableView[] {
  return replaceableNames(baseline).map((name) => replaceableView(baseline, name));
}

function replaceableView({ run, request }: Baseline, name: ReplaceableValue): ReplaceableView {
  const value = present(findValue(run.pack, name), `the value ${name}`);
  const on = firstDayOfYear(present<InsuranceYear>(parseInsuranceYear(request.year), 'the year of a run'));
  const version = present(versionAt(value, on), `a version of ${name} in the year of a run`);
  const replaced = request.values?.[name];
  const figures =
    replaced === undefined
      ? figuresOf(version.cells ?? version.value, value.axes ?? [], request.scheme)
      : [{ cell: '', text: replaced }];
  const bound = boundOf({ run, request }, value, on);
  return {
    name,
    label: value.label,
    unit: REPLACEABLE_VALUES[name],
    kind: value.kind,
    figures,
    isReplacedInRun: replaced !== undefined,
    cite: version.cite,
    ...(version.reading === undefined ? {} : { reading: version.reading }),
    ...(bound === undefined ? {} : { bound }),
  };
}

function boundOf(
  { run, request }: Pick<Baseline, 'run' | 'request'>,
  value: RawValue,
  on: PlainDate,
): BoundView | undefined {
  const limits = limitsOf(run.pack, value, on, { scheme: request.scheme });
  if (limits === undefined) return undefined;
  const { low, high, cite, name } = limits;
  return {
    ...(low === undefined ? {} : { low: low.text }),
    ...(high === undefined ? {} : { high: high.text }),
    label: present(findValue(run.pack, name), `the value ${name}`).label,
    cite,
  };
}

/** The figures of a table that hold for one insurance type, with the rest of their cell. */
function figuresOf(
  cells: Cells | undefined,
  [axis, ...others]: readonly string[],
  scheme: string,
  trail: readonly string[] = [],
): readonly { readonly cell: string; readonly text: string }[] {
  if (cells === undefined) return [];
  if (typeof cells === 'string') return [{ cell: trail.join('/'), text: cells }];
  if (axis === 'scheme') return figuresOf(cells[scheme], others, scheme, trail);
  return Object.entries(cells).flatMap(([member, below]) =>
    figuresOf(below, others, scheme, [...trail, member]),
  );
}
