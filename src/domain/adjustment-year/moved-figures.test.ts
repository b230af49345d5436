import { expect, test } from 'vitest';
import type { FigureSource, YearFigure } from '#domain/adjustment-year/figure';
import { movedFigures } from '#domain/adjustment-year/moved-figures';

const LEDGER: FigureSource = { kind: 'ledger', block: null, through: '9', basis: '4001' };
const ATTESTED: FigureSource = { kind: 'attested', document: 'YH-1', documentHash: 'd'.repeat(64) };
const figure = (field: string, value: string, source: FigureSource = LEDGER): YearFigure => ({
  subject: 'east',
  field,
  value,
  source,
});

test('idea 6: a frozen figure has moved where the books now hold another; attested ones and the own levy have not', () => {
  const frozen = [
    figure('revenue', '10.00'),
    figure('openingBalance', '5.00'),
    figure('collections', '7.00'),
    figure('insured', '100', ATTESTED),
    figure('levyPaid', 'true'),
  ];
  const held = [
    figure('revenue', '10.00'),
    figure('openingBalance', '4.00'),
    figure('insured', '99'),
    figure('levyPaid', 'false'),
  ];
  expect(movedFigures(frozen, held)).toEqual([
    { subject: 'east', field: 'openingBalance', was: '5.00', now: '4.00' },
  ]);
});
