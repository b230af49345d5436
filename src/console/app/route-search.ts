import { readAhead } from '#console/app/ahead-search.ts';
import type { ProjectionRequestBody } from '#contract/projections';
import type { ReplacedValuesBody } from '#contract/scenarios';

/** What the address of a run's page may carry besides the run. */
interface RunSearch {
  /** The explained figure that is open: a node id such as `levy/nanchang`. */
  readonly figure?: string;
}

/** The values that a scenario's address may replace. */
const VALUE_NAMES = ['levy_rate', 'gap_share', 'reserve_share', 'incentive_share', 'target_months'] as const;

/** What the address of a scenario carries besides its run: the replaced values, by name, and the years ahead. */
type ScenarioSearch = RunSearch & ReplacedValuesBody & { readonly ahead?: ProjectionRequestBody };

/** Node ids are path-like; anything longer or stranger is no figure of ours and is dropped. */
const FIGURE = /^[\p{L}\p{N}_./:-]{1,200}$/u;

/** Reads a run page's search parameters; what cannot be a figure is ignored, not an error. */
export function readRunSearch(search: Readonly<Record<string, unknown>>): RunSearch {
  const { figure } = search;
  return typeof figure === 'string' && FIGURE.test(figure) ? { figure } : {};
}

/** Reads a scenario's search parameters. A figure that is none is kept: the page says what is wrong with it. */
export function readScenarioSearch(search: Readonly<Record<string, unknown>>): ScenarioSearch {
  const values = VALUE_NAMES.flatMap((name) => {
    const text = search[name];
    // The router reads "9" as a number; the address is text.
    return typeof text === 'string' || typeof text === 'number' ? [[name, String(text)] as const] : [];
  });
  const ahead = readAhead(search['ahead']);
  return {
    ...readRunSearch(search),
    ...(Object.fromEntries(values) as ReplacedValuesBody),
    ...(ahead === undefined ? {} : { ahead }),
  };
}
