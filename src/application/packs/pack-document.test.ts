import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packDocument } from '#application/packs/pack-document';
import { stepSentence } from '#application/packs/pipeline-prose';
import { MECHANISMS } from '#domain/adjustment/mechanisms/registry';
import { packFolder } from '#files/pack-folder';
import type { Pack } from '#rules/pack/pack';
import { inventedPack, inventedUnion, replaceOnce } from '#tests/support/invented-pack';
import { loadTestPack } from '#tests/support/load-test-pack';

const shipped = await packFolder(fileURLToPath(new URL('../../../packs', import.meta.url))).listIds();

/** Text of a document without the backslashes that Markdown needs. */
function plain(pack: Pack): string {
  return packDocument(pack).replaceAll(/\\(?=[\\*_<>|#[\]])/g, '');
}

describe('the document of a pack', () => {
  it.each(['yunhai', 'union', ...shipped])(
    '%s: every clause, value, reading and figure appears',
    async (id) => {
      const pack =
        id === 'yunhai' ? inventedPack() : id === 'union' ? inventedUnion() : await loadTestPack(id);
      const text = plain(pack);
      const { raw } = pack;
      const figures = Object.values(raw.values)
        .flatMap(({ versions }) => versions)
        .flatMap((version) => [version.value, version.cells, version.low, version.high])
        .flatMap((cells) => JSON.stringify(cells ?? null).match(/(?<=[:]|^)"[^"]*"/g) ?? [])
        .map((figure) => figure.slice(1, -1));
      const wanted = [
        ...raw.clauses.flatMap(({ id: clause, article }) => [`[${clause}]`, article.zh]),
        ...Object.keys(raw.values).map((name) => `（\`${name}\`）`),
        ...raw.readings.map((reading) => `**${reading.id}**`),
        ...raw.instruments.map(({ title }) => title.zh),
        ...raw.pools.map(({ name }) => name.zh),
        ...figures.map((figure) => ` ${figure} |`),
      ];
      expect(wanted.filter((each) => !text.includes(each.replaceAll(/\s*\n\s*/g, ' ')))).toEqual([]);
      expect(text).not.toMatch(/undefined|\[object|null/);
    },
  );

  it('clauses stand in the order of the pack', () => {
    const text = plain(inventedPack());
    const places = inventedPack().raw.clauses.map(({ id }) => text.indexOf(`[${id}]`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('every table has as many cells in each row as in its head', () => {
    const widths = packDocument(inventedPack())
      .split('\n\n')
      .filter((block) => block.startsWith('|'))
      .map(
        (table) =>
          new Set(
            table
              .trim()
              .split('\n')
              .map((line) => line.match(/(?<!\\)\|/g)?.length),
          ).size,
      );
    expect(new Set(widths)).toEqual(new Set([1]));
  });

  it('a draft is called one and says that it never goes in force (R-7)', () => {
    const draft = inventedPack({
      'instrument.yaml': replaceOnce('extends: [union]\nstatus: in_force', 'extends: [union]\nstatus: draft'),
    });
    expect(packDocument(draft)).toContain('- 状态：征求意见稿（只可模拟，不得施行，R-7）');
    expect(packDocument(inventedPack())).toContain('- 状态：施行\n');
  });

  it('the pipeline is told in prose, filled with the values that the pack names', () => {
    const text = packDocument(inventedPack());
    expect(text).toContain('1. 各统筹区按当年征缴收入乘「上解比例」（`levy_rate`）上解。');
    expect(text).toContain('6. 因公共卫生突发事件、政策调整支付困难的统筹区可以申请紧急调剂');
  });

  it('what is assumed is listed, and what has no figure is not given one', () => {
    const assumptions = plain(inventedPack()).split('、假设')[1] ?? '';
    expect(assumptions).toContain(
      '| 不足时的办法 | `shortage_rule` | 2024-01-01 起 | proportional | YH-5、YH-R1 |',
    );
    expect(assumptions).toContain('| 缺口分担比例 | `gap_share` | 2024-01-01 起 | 无假设值，运行时须给出 |');
  });

  it('a part that the format gains later is shown as it stands', () => {
    const pack = inventedPack();
    const gained = { ...pack, raw: { ...pack.raw, tithe: { rate: '10%', cite: ['YH-1'] } } };
    expect(plain(gained)).toContain(
      '### `tithe`\n\n| 项目 | 内容 |\n| --- | --- |\n| rate | 10% |\n| cite | YH-1 |',
    );
  });

  it('a text cannot break the Markdown around it', () => {
    const odd = inventedPack({ 'clauses.yaml': replaceOnce('zh: 三市调剂', "zh: '# 三|市 *调剂* [YH-9]'") });
    expect(packDocument(odd)).toContain('\\# 三\\|市 \\*调剂\\* \\[YH-9\\]');
  });
});

describe('the pipeline in prose', () => {
  it.each([...MECHANISMS.keys()])('%s has a sentence', (mechanism) => {
    expect(stepSentence(inventedPack(), { mechanism, cite: [] })).not.toContain(`机制 ${mechanism}`);
  });

  it.each(shipped)('%s: every option that a step names has a Chinese word', async (id) => {
    const pack = await loadTestPack(id);
    const sentences = (pack.raw.adjustment?.steps ?? []).map((step) => stepSentence(pack, step));
    const words = sentences
      .join('')
      .replaceAll(/（`[^`]*`）/g, '')
      .replaceAll(/（[A-Z][A-Za-z0-9.-]*）/g, '');
    expect(words).not.toMatch(/[a-z]{3}/);
  });

  it('a mechanism without a sentence is named with all that fills it', () => {
    const step = { mechanism: 'tithe', with: { rate: 'levy_rate', to: 'saints' }, cite: ['YH-1'] };
    expect(stepSentence(inventedPack(), step)).toBe(
      '机制 tithe（rate：「上解比例」（`levy_rate`）；to：saints）。',
    );
  });
});
