import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '#application/check-disclosures';
import { renderDisclosureReport } from '#application/rendering/disclosure-report';
import { readCsvRows } from '#files/csv-rows';

const file = 'data/disclosures/local-fund-disclosures.csv';
const d = checkDisclosures({ disclosures: { file, text: readFileSync(file, 'utf8') }, readCsv: readCsvRows });
describe('x', () => {
  it('y', () => {
    if (d.allowed) console.log(renderDisclosureReport(d.value));
    else console.log(d.refusals);
    expect(1).toBe(1);
  });
});
