import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffPacks, type PackChange } from '#application/packs/diff-packs';
import { renderPackDiff } from '#application/rendering/pack-diff-text';
import { inventedPack, inventedUnion, replaceOnce, type FileOverrides } from '#tests/support/invented-pack';

const pack = inventedPack();

function changes(overrides: FileOverrides, union: FileOverrides = {}): readonly PackChange[] {
  return diffPacks(pack, inventedPack(overrides, union)).changes;
}

function told(overrides: FileOverrides, union: FileOverrides = {}): readonly string[] {
  return changes(overrides, union).flatMap(({ section, id, change, fields }) =>
    fields.map(
      ({ field, from, to }) => `${section} ${id} ${change} ${field}: ${String(from)} → ${String(to)}`,
    ),
  );
}

describe('two versions of a pack are compared thing by thing', () => {
  it('a version does not differ from itself', () => {
    expect(diffPacks(pack, inventedPack()).changes).toEqual([]);
    expect(renderPackDiff(diffPacks(pack, pack))).toContain('两者相同');
  });

  it.each<[string, FileOverrides, string]>([
    [
      'a figure by its version and cell',
      { 'values/fund.yaml': replaceOnce('employee: 5%, resident: 10%', 'employee: 5%, resident: 11%') },
      'values levy_rate changed versions/2024-01-01/cells/resident: 10% → 11%',
    ],
    [
      'a citation',
      { 'values/fund.yaml': replaceOnce('value: 30%, cite: [YH-4]', 'value: 30%, cite: [YH-3]') },
      'values care_share changed versions/2024-01-01/cite: YH-4 → YH-3',
    ],
    [
      'a kind',
      {
        'values/benefit.yaml': replaceOnce(
          'unit: points\n    kind: exact',
          'unit: points\n    kind: upper_bound',
        ),
      },
      'values tier_step changed kind: exact → upper_bound',
    ],
    [
      'an end of a band',
      { 'values/fund.yaml': replaceOnce('employee: 4, resident: 2', 'employee: 4, resident: 1') },
      'values target_months_band changed versions/2024-01-01/low/resident: 2 → 1',
    ],
    [
      'a paraphrase',
      { 'clauses.yaml': replaceOnce('zh: 三市调剂', 'zh: 四市调剂') },
      'clauses YH-1 changed paraphrase/zh: 三市调剂 → 四市调剂',
    ],
    [
      'a reading',
      { 'readings.yaml': replaceOnce('zh: 依次拨付', 'zh: 依序拨付') },
      'readings YH-R1 changed alternatives/1/zh: 依次拨付 → 依序拨付',
    ],
    [
      'a step',
      { 'adjustment.yaml': replaceOnce('base: collections', 'base: revenue') },
      'pipeline levy changed with/base: collections → revenue',
    ],
    [
      'a pool',
      { 'places.yaml': replaceOnce("code: '990100'", "code: '990109'") },
      'pools east changed code: 990100 → 990109',
    ],
    [
      'a statistic',
      { 'statistics.yaml': replaceOnce('5000.05', '5000.06') },
      'statistics average_wage changed values/2023/value: 5000.05 → 5000.06',
    ],
  ])('%s', (_, overrides, expected) => {
    expect(told(overrides)).toEqual([expected]);
  });

  it('a version that starts on another day is a version less and a version more', () => {
    const fund = replaceOnce('from: 2024-01-01, value: 30%', 'from: 2024-01-02, value: 30%');
    expect(told({ 'values/fund.yaml': fund })).toEqual([
      'values care_share changed versions/2024-01-01/from: 2024-01-01 → null',
      'values care_share changed versions/2024-01-01/value: 30% → null',
      'values care_share changed versions/2024-01-01/cite: YH-4 → null',
      'values care_share changed versions/2024-01-02/from: null → 2024-01-02',
      'values care_share changed versions/2024-01-02/value: null → 30%',
      'values care_share changed versions/2024-01-02/cite: null → YH-4',
    ]);
  });

  it('what a pack above says is compared too, and its version is named', () => {
    const limits = replaceOnce('value: 20%', 'value: 25%');
    const other = inventedUnion({ 'values/limits.yaml': limits });
    expect(told({}, { 'values/limits.yaml': limits })).toEqual([
      `pack pack changed extends: union@${inventedUnion().hash.slice(0, 12)} → union@${other.hash.slice(0, 12)}`,
      'values levy_rate_limit changed versions/2020-01-01/value: 20% → 25%',
    ]);
  });

  it('a step taken out is removed, and the order says so', () => {
    const [order, step] = changes({
      'adjustment.yaml': (old) => old.slice(0, old.indexOf('    - mechanism: share_of_remainder')),
    });
    expect([order?.id, order?.fields.map(({ field }) => field)]).toEqual(['adjustment', ['order']]);
    expect([step?.id, step?.change]).toEqual(['share_of_remainder', 'removed']);
  });

  it('both sides of a comparison are the same things seen from the other side', () => {
    const figure = fc.integer({ min: 0, max: 20 }).map((percent) => `${percent}%`);
    const version = fc.tuple(figure, fc.boolean()).map(([rate, isShort]) =>
      inventedPack({
        'values/fund.yaml': replaceOnce('employee: 5%, resident: 10%', `employee: ${rate}, resident: 10%`),
        ...(isShort ? { 'clauses.yaml': replaceOnce('    open: { zh: 比例, en: The share }\n', '') } : {}),
      }),
    );
    fc.assert(
      fc.property(version, version, (a, b) => {
        const [there, back] = [diffPacks(a, b), diffPacks(b, a)];
        expect(there.changes.length === 0).toBe(a.hash === b.hash);
        expect(back.changes.flatMap(({ fields }) => fields)).toEqual(
          there.changes.flatMap(({ fields }) =>
            fields.map(({ field, from, to }) => ({ field, from: to, to: from })),
          ),
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe('the comparison reads in Chinese', () => {
  it('short figures stand side by side, long texts one below the other', () => {
    const long = '缺口由省级与统筹区按比例分担，比例由省医保部门会同财政部门另行规定';
    const other = inventedPack({
      'values/fund.yaml': replaceOnce('employee: 5%, resident: 10%', 'employee: 6%, resident: 11%'),
      'clauses.yaml': replaceOnce('zh: 分担比例另定', `zh: ${long}`),
    });
    const text = renderPackDiff(diffPacks(pack, other));
    expect(text).toContain('── 条款 clauses：新增 0，删除 0，改动 1 ──');
    expect(text).toContain(`    转述\n      甲 分担比例另定\n      乙 ${long}`);
    expect(text).toContain(
      '~ levy_rate 上解比例\n    2024-01-01 职工  5%   →  6%\n    2024-01-01 居民  10%  →  11%',
    );
  });

  it('two places are compared by the names that they share', () => {
    const diff = diffPacks(inventedUnion(), pack);
    const added = diff.changes.filter(({ change, section }) => change === 'added' && section === 'values');
    expect(added.map(({ id }) => id).toSorted()).toEqual(Object.keys(pack.raw.values).toSorted());
    expect(renderPackDiff(diff)).toContain('+ levy_rate 上解比例');
  });
});
