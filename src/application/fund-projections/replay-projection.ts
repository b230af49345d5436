import {
  openToReckon,
  optionsOf,
  type FundProjectionServices,
} from '#application/fund-projections/keep-projection';
import { projectFund, PROJECTION_VERSION, type Progress } from '#application/fund-projections/project-fund';
import type { SchemeCourse } from '#application/fund-projections/views';
import { compareReplay, type Replay } from '#application/runs/replay-run';
import type { Scope } from '#domain/identity/account';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { InsuranceType } from '#kernel/insurance-type';
import type { ExplainedNode } from '#rules/explain/node';

/** Reckons a kept projection again from its stored question and pack, its paths included, and compares the bytes. */
export async function replayProjection(
  services: FundProjectionServices,
  scope: Scope,
  id: string,
  progress: Progress,
): Promise<Decision<Replay>> {
  const opened = await openToReckon(services, scope, id);
  if (!opened.allowed) return opened;
  const { stored, asked, pack } = opened.value;
  const view = await projectFund(pack, asked.input, optionsOf(asked), progress);
  if (!view.allowed) return view;
  const replay = compareReplay(stored, canonicalJson(view.value as unknown as CanonicalValue), services.hash);
  return allow({ ...replay, engineNow: PROJECTION_VERSION });
}

/** Which figure of a kept projection is to be explained. */
export interface FigureOfProjection {
  readonly course: 'baseline' | 'scenario';
  readonly scheme: InsuranceType;
  /** The figure's id: `2027/balance-after/east`, `driver/cost`. */
  readonly figure: string;
}

/**
 * Explains one figure of a kept projection, down to drivers, bands and given figures, each with its source. The central
 * course is reckoned again for it from what is stored: explanations of all years are too large to keep with each.
 */
export async function explainProjection(
  services: FundProjectionServices,
  scope: Scope,
  id: string,
  { course, scheme, figure }: FigureOfProjection,
): Promise<Decision<readonly ExplainedNode[]>> {
  const opened = await openToReckon(services, scope, id);
  if (!opened.allowed) return opened;
  const { asked, pack } = opened.value;
  const options = { ...optionsOf(asked), fan: undefined, explain: true };
  const view = await projectFund(pack, asked.input, options, () => undefined);
  if (!view.allowed) return view;
  const schemes: readonly SchemeCourse[] = view.value[course]?.schemes ?? [];
  const nodes = schemes.find((each) => each.scheme === scheme)?.explanation ?? [];
  const found = below(nodes, figure);
  return found.length === 0 ? refuse(unknownFigure(figure)) : allow(found);
}

/** The node and all below it, in the explanation's order; none where there is no such node. */
function below(nodes: readonly ExplainedNode[], figure: string): readonly ExplainedNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Set<string>();
  const waiting = [figure];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(byId.get(id)?.inputs ?? []));
  }
  return nodes.filter(({ id }) => found.has(id));
}

function unknownFigure(figure: string): Refusal {
  return {
    code: 'unknown_figure',
    at: figure,
    what: { zh: `测算中没有数值 ${figure}`, en: `the projection has no figure ${figure}` },
    next: {
      zh: '请给出说明中的编号，如 2027/balance-after/…',
      en: 'give an id such as 2027/balance-after/…',
    },
  };
}
