import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { NotChosen } from '#console/explanation/not-chosen.tsx';
import { en } from '#console/i18n/en.ts';
import { zh } from '#console/i18n/zh.ts';
import { checkShape } from '#contract/check-shape';
import { figureExplanationSchema } from '#contract/explanation';
import { present } from '#kernel/assert';
import { formulaOf, money, named, run } from '#tests/support/small-formula';

/** What a row formula says of a bill at its deductible or above it. */
function explained(bill: bigint) {
  const formula = formulaOf((f) => {
    const cost = f.input('cost', 'fen', named('cost'));
    const isAbove = f.compare(cost, 'above', f.value('first', 'fen'));
    return f.if(isAbove, cost, f.constant('fen', '0.00'), named('x'));
  });
  const result = run(formula, { cost: money(bill) });
  const nodes = result.allowed ? result.value.nodes : [];
  const answer = checkShape(figureExplanationSchema, { figure: 'x', nodes, clauses: [], readings: [] });
  if (!answer.allowed) throw new Error(JSON.stringify(answer.refusals));
  return present(answer.value.nodes.at(-1), 'the figure');
}

async function shown(bill: bigint, language: 'zh' | 'en'): Promise<string> {
  const i18n = i18next.createInstance();
  await i18n.use(initReactI18next).init({
    lng: language,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <NotChosen node={explained(bill)} />
    </I18nextProvider>,
  );
}

describe('a figure that was chosen', () => {
  it('tells in both languages which condition did not hold, with its figures', async () => {
    expect(await shown(9n, 'zh')).toContain(
      '为什么不是别的</h3><ul class="not-chosen"><li>【cost】 0.09 &gt; first',
    );
    expect(await shown(9n, 'en')).toContain('<li>the cost 0.09 &gt; first 100.00 does not hold</li>');
  });

  it('says nothing where every condition held', async () => {
    expect(await shown(20_000n, 'zh')).toBe('');
  });
});
