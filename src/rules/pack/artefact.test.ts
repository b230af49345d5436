import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import { sha256 } from '#files/sha256';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { loadPack, packFromArtefact } from '#rules/pack/load-pack';
import { inventedPack, inventedPackFiles, inventedUnion, replaceOnce } from '#tests/support/invented-pack';
import { inventedRequest } from '#tests/support/invented-request';

const FUND = 'values/fund.yaml';
const pack = inventedPack();

describe('the artefact says what the pack says, however it is written', () => {
  it('its hash is that of its text', () => {
    expect(pack.hash).toBe(sha256(pack.artefact));
    expect(pack.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('the order of the files does not matter', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...inventedPackFiles()], { minLength: inventedPackFiles().size }),
        (files) => {
          const shuffled = loadPack({ id: 'yunhai', files: new Map(files) }, [inventedUnion()], sha256);
          expect(shuffled.allowed && shuffled.value.hash).toBe(pack.hash);
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each<[string, Record<string, (old: string) => string>]>([
    ['comments', { [FUND]: (old) => `# a comment\n${old}\n# another\n` }],
    [
      'blank lines and blanks',
      { [FUND]: (old) => old.replaceAll('\n  ', '\n\n  ').replaceAll(', ', ',   ') },
    ],
    ['quotes', { [FUND]: replaceOnce('value: 30%', "value: '30%'") }],
    [
      'the order of members',
      { [FUND]: replaceOnce('employee: 5%, resident: 10%', 'resident: 10%, employee: 5%') },
    ],
    [
      'flow and block',
      {
        'places.yaml': (old) =>
          old
            .replace("{ id: east, code: '990100', name", "\n      id: east\n      code: '990100'\n      name")
            .replace(
              '{ zh: 东市, en: East }, from: 2024-01-01, cite: [YH-1] }',
              '{ zh: 东市, en: East }\n      from: 2024-01-01\n      cite: [YH-1]',
            ),
      },
    ],
    ['worked cases', { 'cases/first-year.yaml': replaceOnce("amount: '50.00'", "amount: '51.00'") }],
  ])('%s do not change it', (_, overrides) => {
    const other = inventedPack(overrides);
    expect(other.artefact).toBe(pack.artefact);
    expect(other.hash).toBe(pack.hash);
  });

  it('neither does the file in which a value stands', () => {
    const fund = inventedPackFiles().get(FUND) ?? '';
    const [first, second] = [
      fund.slice(0, fund.indexOf('  care_share:')),
      fund.slice(fund.indexOf('  care_share:')),
    ];
    const split = inventedPack({ [FUND]: first, 'values/shares.yaml': `values:\n${second}` });
    expect(split.hash).toBe(pack.hash);
  });
});

describe('whatever counts changes the hash', () => {
  it.each<[string, string, string, string]>([
    ['a rate', FUND, 'value: 30%', 'value: 31%'],
    ['how a rate is written', FUND, 'value: 30%', 'value: 30.0%'],
    ['a first day', FUND, 'from: 2024-01-01, value: 30%', 'from: 2024-01-02, value: 30%'],
    ['a cited clause', FUND, 'value: 30%, cite: [YH-4]', 'value: 30%, cite: [YH-3]'],
    ['a reading', 'readings.yaml', 'en: In proportion when short', 'en: In proportion'],
    ['a paraphrase', 'clauses.yaml', 'en: Three cities', 'en: 3 cities'],
    ['a statistic', 'statistics.yaml', '5000.05', '5000.06'],
    ['a step', 'adjustment.yaml', 'base: collections', 'base: revenue'],
    ['a pool', 'places.yaml', "code: '990100'", "code: '990109'"],
    [
      'the status',
      'instrument.yaml',
      'extends: [union]\nstatus: in_force',
      'extends: [union]\nstatus: draft',
    ],
  ])('%s', (_, file, old, replacement) => {
    expect(inventedPack({ [file]: replaceOnce(old, replacement) }).hash).not.toBe(pack.hash);
  });

  it('any figure', () => {
    const figure = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }).map((yuan) => `${yuan}.00`);
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const [one, other] = [a, b].map(
          (text) => inventedPack({ 'values/benefit.yaml': replaceOnce('500.50', text) }).hash,
        );
        expect(one === other).toBe(a === b);
      }),
      { numRuns: 20 },
    );
  });

  it('what the pack above says', () => {
    const limits = replaceOnce('value: 20%', 'value: 25%');
    expect(inventedPack({}, { 'values/limits.yaml': limits }).hash).not.toBe(pack.hash);
    expect(pack.artefact).toContain(inventedUnion().artefact);
  });
});

describe('a pack read back from its artefact', () => {
  const again = packFromArtefact(pack.artefact, sha256);

  it('has the same artefact, hash and parents', () => {
    expect(again.artefact).toBe(pack.artefact);
    expect(again.hash).toBe(pack.hash);
    expect(again.raw).toEqual(pack.raw);
    expect(again.parents.map((parent) => parent.hash)).toEqual(pack.parents.map((parent) => parent.hash));
  });

  it('gives the same results with the same explanations, byte for byte', () => {
    const [stored, fresh] = [again, pack].map((each) => {
      const output = proposeAdjustment(each, inventedRequest());
      if (!output.allowed) throw new Error(JSON.stringify(output.refusals));
      return canonicalJson(output.value as unknown as CanonicalValue);
    });
    expect(stored).toBe(fresh);
  });
});
