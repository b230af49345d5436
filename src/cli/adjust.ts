import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import { explanationText } from '#application/adjustment/explanation-text';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { conclude, missingFile, refused, type ExitStatus } from '#cli/outcome';
import type { CliServices } from '#cli/services';
import { adjustmentRequestSchema } from '#contract/adjustment-request';
import { checkShape } from '#contract/check-shape';
import { readJsonText } from '#contract/json-text';

export interface AdjustOptions {
  readonly pack: string;
  readonly input: string;
  readonly explain?: boolean;
  readonly production?: boolean;
}

/** `tongchou adjust`: the year's adjustment of one insurance type as JSON, to the letter of the contract. */
export async function runAdjust(services: CliServices, options: AdjustOptions): Promise<ExitStatus> {
  const { terminal } = services;
  const pack = await loadPackWithParents(services, options.pack);
  if (!pack.allowed) return refused(terminal, pack.refusals);
  const text = await services.readText(options.input);
  if (text === undefined) return refused(terminal, [missingFile(options.input)]);
  const json = readJsonText(options.input, text);
  if (!json.allowed) return refused(terminal, json.refusals);
  const request = checkShape(adjustmentRequestSchema, json.value);
  if (!request.allowed) return refused(terminal, request.refusals);
  const output = proposeAdjustment(
    pack.value,
    request.value,
    options.production === true ? 'refuse' : 'state',
  );
  return conclude(terminal, output, (value) => {
    const { explanation, ...plain } = value;
    if (options.explain === true) terminal.err(explanationText(value, pack.value));
    terminal.out(
      `${JSON.stringify(options.explain === true ? { ...plain, explanation } : plain, null, 2)}\n`,
    );
  });
}
