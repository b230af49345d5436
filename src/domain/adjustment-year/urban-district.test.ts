import { expect, test } from 'vitest';
import { isUrbanDistrict } from '#domain/adjustment-year/urban-district';

test('GB/T 2260: districts of a city are told from counties and county-level cities by the code', () => {
  expect(['990702', '990120', '995102'].map(isUrbanDistrict)).toEqual([true, true, true]);
  // A county, a county-level city, a city of a prefecture, a city itself, and no code.
  expect(['990723', '990781', '992301', '990700', 'p01'].map(isUrbanDistrict)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
