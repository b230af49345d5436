import { Type } from 'typebox';
import { findFigureExplanation } from '#application/views/figure-explanation';
import { openRun } from '#application/views/open-run';
import { closed } from '#contract/common';
import { figureExplanationSchema } from '#contract/explanation';
import { idParams } from '#http/routes/params';
import { HttpRefusal, problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';
import type { Refusal } from '#kernel/decision';

const querySchema = Type.Object(
  {
    figure: Type.String({
      minLength: 1,
      description: "The figure's id in the explanation",
      examples: ['balance-after/nanchang', 'normal/nanchang', 'fund/closing'],
    }),
  },
  closed,
);

export function explainFigure(app: HttpApp, { runStore, hash }: HttpServices): void {
  app.get(
    '/api/v1/runs/:id/explanation',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'explainFigure',
        summary: 'Why a figure of a run is what it is, down to given figures, policy values and clauses',
        tags: ['runs'],
        params: idParams,
        querystring: querySchema,
        response: { 200: figureExplanationSchema, ...problemResponse },
      },
    },
    async ({ params, query }) => {
      const run = valueOf(await openRun(runStore, hash, params.id));
      const explanation = findFigureExplanation(run, query.figure);
      if (explanation === undefined) throw new HttpRefusal([unknownFigure(query.figure)]);
      return explanation;
    },
  );
}

/** No node of the explanation has that id. */
export function unknownFigure(figure: string): Refusal {
  return {
    code: 'unknown_figure',
    at: figure,
    what: { zh: '这次计算中没有这个数', en: 'the run has no such figure' },
    next: {
      zh: '请使用说明中的编号，如 balance-after/<统筹区>',
      en: 'use an id of the explanation, such as balance-after/<pool>',
    },
  };
}
