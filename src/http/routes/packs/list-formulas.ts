import { formulaPicture } from '#application/formulas/formula-picture';
import { packFormulas } from '#application/formulas/pack-formulas';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { packFormulasSchema } from '#contract/formulas';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listFormulas(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/packs/:id/formulas',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'listFormulas',
        summary: "A pack's row formulas in words, step by step with clauses, and as pictures",
        tags: ['packs'],
        params: idParams,
        response: { 200: packFormulasSchema, ...problemResponse },
      },
    },
    async ({ params }) => {
      const formulas = valueOf(packFormulas(valueOf(await loadPackWithParents(services, params.id))));
      return {
        formulas: formulas.map((formula) => ({
          ...formula,
          steps: formula.steps.map((step) => ({
            ...step,
            cite: [...step.cite],
            readings: [...step.readings],
            inputs: [...step.inputs],
          })),
          picture: { zh: formulaPicture(formula.steps, 'zh'), en: formulaPicture(formula.steps, 'en') },
        })),
      };
    },
  );
}
