/** What the address of a run's page may carry besides the run. */
interface RunSearch {
  /** The explained figure that is open: a node id such as `levy/nanchang`. */
  readonly figure?: string;
}

/** Node ids are path-like; anything longer or stranger is no figure of ours and is dropped. */
const FIGURE = /^[\p{L}\p{N}_./:-]{1,200}$/u;

/** Reads a run page's search parameters; what cannot be a figure is ignored, not an error. */
export function readRunSearch(search: Readonly<Record<string, unknown>>): RunSearch {
  const { figure } = search;
  return typeof figure === 'string' && FIGURE.test(figure) ? { figure } : {};
}
