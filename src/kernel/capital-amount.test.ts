import { expect, test } from 'vitest';
import { capitalAmount } from '#kernel/capital-amount';
import { fen } from '#kernel/fen';

test.each([
  [0n, '零元整'],
  [5n, '伍分'],
  [30n, '叁角整'],
  [100n, '壹元整'],
  [105n, '壹元零伍分'],
  [1_000n, '壹拾元整'],
  [1_050n, '壹拾元伍角整'],
  [30_000n, '叁佰元整'],
  [1_001_005n, '壹万零壹拾元零伍分'],
  [10_100_000n, '壹拾万壹仟元整'],
  [10_000_000_001n, '壹亿元零壹分'],
  [1_000_500_000_000n, '壹佰亿零伍佰万元整'],
  [123_456_789_012_345n, '壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分'],
  [-30_000n, '负叁佰元整'],
])('%s fen are written as %s', (amount, text) => {
  expect(capitalAmount(fen(amount))).toBe(text);
});
