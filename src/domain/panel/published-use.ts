import type { Refusal } from '#kernel/decision';
import type { PublishedUse } from '#domain/panel/assumptions';
import { figureKey, type Figure } from '#domain/panel/figure';
import { keyText, type Statement } from '#domain/disclosure/statement';

/** Published figures by scheme, pool and field, in fen or persons. */
export type PublishedFigures = ReadonlyMap<string, Figure>;

/** Looks up each published figure that a panel uses; one that the disclosures do not hold is refused. */
export function publishedFigures(
  uses: readonly PublishedUse[],
  statements: readonly Statement[],
  refusals: Refusal[],
): PublishedFigures {
  return new Map(
    uses.flatMap((use) => {
      const statement = statements.find((candidate) => keyText(candidate) === keyText(use.statement));
      const figure = statement?.figures.get(use.item);
      const fits = figure?.kind === (use.field === 'insured' ? 'persons' : 'money');
      if (statement === undefined || figure === undefined || !fits) {
        refusals.push(notPublished(use));
        return [];
      }
      const { place, period } = statement;
      const meaning =
        use.field === 'openingBalance'
          ? `为 ${period} 年末公布数，即其后一年年初结余 published as the closing balance of ${period}, which opens the year after it`
          : `为 ${period} 年度公布数，原样用于本年度 published for ${period}; carried over unchanged`;
      const basis = `${place} ${period} ${use.item} ${figure.printed} ${figure.unit}，${meaning}；${statement.sources.join(' ')}`;
      const key = figureKey(use.scheme, use.pool, use.field);
      return [[key, { value: figure.value.numerator, origin: 'published', basis }] as const];
    }),
  );
}

function notPublished({ scheme, pool, field, statement, item }: PublishedUse): Refusal {
  const { place, period } = statement;
  return {
    code: 'panel_published_missing',
    at: `published ${scheme} ${pool} ${field}`,
    what: {
      zh: `公开数据中没有 ${place} ${period} ${statement.scheme} 的 ${item}`,
      en: `the disclosures hold no ${item} of ${place} ${period} ${statement.scheme} that fits`,
    },
    next: { zh: '核对公开数据文件', en: 'check the file of published figures' },
  };
}
