import type { FormulaStep } from '#application/formulas/describe-formula';

const BOX = { width: 220, height: 40, gapX: 60, gapY: 16, margin: 16 } as const;
const FILLS: Readonly<Record<FormulaStep['kind'], string>> = {
  input: '#e6f4ff',
  value: '#fff7e6',
  reckoned: '#ffffff',
  output: '#f6ffed',
};

interface Placed {
  readonly step: FormulaStep;
  readonly x: number;
  readonly y: number;
}

/**
 * A formula as an SVG picture, from what is given on the left to what comes out on the right: facts of the row
 * blue, values of the pack amber, results green.
 */
export function formulaPicture(steps: readonly FormulaStep[], language: 'zh' | 'en'): string {
  const placed = place(steps);
  const boxes = [...placed.values()];
  const width = Math.max(0, ...boxes.map(({ x }) => x)) + BOX.width + BOX.margin;
  const height = Math.max(0, ...boxes.map(({ y }) => y)) + BOX.height + BOX.margin;
  const edges = boxes.flatMap((to) =>
    to.step.inputs.flatMap((id) => {
      const from = placed.get(id);
      return from === undefined ? [] : [edge(from, to)];
    }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` font-family="Noto Sans SC, Noto Sans CJK SC, sans-serif" font-size="12">`,
    ...edges,
    ...boxes.map((box) => drawBox(box, language)),
    '</svg>',
  ].join('\n');
}

/** A column for each length of the longest way from what is given; within it near what it is reckoned from. */
function place(steps: readonly FormulaStep[]): ReadonlyMap<string, Placed> {
  const columns: FormulaStep[][] = [];
  const depthOf = new Map<string, number>();
  for (const step of steps) {
    const depth = Math.max(-1, ...step.inputs.map((id) => depthOf.get(id) ?? 0)) + 1;
    depthOf.set(step.id, depth);
    (columns[depth] ??= []).push(step);
  }
  const placed = new Map<string, Placed>();
  columns.forEach((column, depth) => {
    const height = (step: FormulaStep): number => {
      const ys = step.inputs.flatMap((id) => placed.get(id)?.y ?? []);
      return ys.length === 0 ? 0 : ys.reduce((sum, y) => sum + y, 0) / ys.length;
    };
    let next: number = BOX.margin;
    for (const step of column.toSorted((a, b) => height(a) - height(b))) {
      const y = Math.max(next, height(step));
      placed.set(step.id, { step, x: BOX.margin + depth * (BOX.width + BOX.gapX), y });
      next = y + BOX.height + BOX.gapY;
    }
  });
  return placed;
}

function edge(from: Placed, to: Placed): string {
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
  const [x2, y2] = [to.x, to.y + BOX.height / 2];
  const middle = (x1 + x2) / 2;
  return `<path d="M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}" fill="none" stroke="#8c8c8c"/>`;
}

function drawBox({ step, x, y }: Placed, language: 'zh' | 'en'): string {
  const cite = step.cite.join(' ');
  const title = escaped(step.prose?.[language] ?? step.label[language]);
  return [
    `<g><title>${title}</title>`,
    `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="${FILLS[step.kind]}" stroke="#595959"/>`,
    `<text x="${x + 8}" y="${y + (cite === '' ? 24 : 17)}">${escaped(step.label[language])}</text>`,
    cite === ''
      ? ''
      : `<text x="${x + 8}" y="${y + 33}" fill="#8c8c8c" font-size="10">${escaped(cite)}</text>`,
    '</g>',
  ].join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
