import { describe, expect, it } from 'vitest';
import { checkCase, checkFinding } from '#domain/supervision/check-case';
import { planSupervision, type SupervisionPlan } from '#domain/supervision/plan-supervision';
import type { AskedCase, AskedFinding } from '#domain/supervision/supervision-case';
import { present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import { fen } from '#kernel/fen';
import { inventedPack } from '#tests/support/invented-pack';
import { inventedSupervision, SUPERVISION } from '#tests/support/invented-supervision';
import { loadTestPack } from '#tests/support/load-test-pack';

const PACK = inventedPack(inventedSupervision());
const OPENER = { department: 'health_insurance', today: '2026-03-01' } as const;
const DOCUMENT = { document: '检查通知 1 号', documentHash: 'a'.repeat(64) } as const;
const CASE: AskedCase = {
  place: 'yunhai/east',
  pool: 'east',
  insuranceType: 'employee',
  year: 2025,
  packId: 'yunhai',
  line: 'routine',
  stage: 'using',
  openedOn: '2026-02-01',
  departments: ['health_insurance'],
  offSite: null,
  examinedKind: 'institution',
  examinedCode: 'H330001',
  ...DOCUMENT,
  note: '',
};

const codes = (decision: Decision<unknown>): readonly string[] =>
  decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`.trim());
const planOf = (text?: string): Decision<SupervisionPlan | undefined> =>
  planSupervision(inventedPack(inventedSupervision(text)));

function opened(rest: Partial<AskedCase>): readonly string[] {
  const plan = planOf();
  return codes(checkCase(plan.allowed ? plan.value : undefined, { ...CASE, ...rest }, OPENER));
}

describe('the supervision section of a pack', () => {
  it.each([
    ['sichuan', ['off_site', 'joint', 'routine'], 0],
    ['anhui', ['inspection', 'smart', 'credit', 'joint', 'public'], 4],
    ['shandong', ['smart', 'routine', 'pursuit'], 5],
    ['jiangxi', ['off_site', 'supervision', 'audit', 'finance'], 0],
    ['jinhua', ['routine', 'credit'], 0],
  ])(
    'AH-1.4-e, SC-3.3-c, SD-3.5-b: of %s names its lines, and the stages they reach',
    async (id, lines, stages) => {
      const plan = planSupervision(await loadTestPack(id));
      expect(plan.allowed && plan.value?.lines.map((line) => line.id)).toEqual(lines);
      expect(plan.allowed && plan.value?.stages.length).toBe(stages);
    },
  );

  it('may be left out: then no case is opened there', () => {
    const plan = planSupervision(inventedPack());
    expect(plan).toEqual({ allowed: true, value: undefined });
    expect(codes(checkCase(undefined, CASE, OPENER))).toEqual(['supervision_not_named pack']);
  });

  it('refuses clauses that there are not, and ids that are given twice', () => {
    const faults = (from: string, to: string): readonly string[] =>
      codes(planOf(SUPERVISION.replace(from, to))).map((text) => text.split(' ').at(0) ?? '');
    expect(faults('cite: [YH-3]', 'cite: [YH-99]')).toEqual(['unknown_reference']);
    expect(faults('id: routine', 'id: joint')).toEqual(['duplicate_id']);
    expect(faults('id: settling', 'id: using')).toEqual(['duplicate_id']);
  });
});

describe('a case of supervision', () => {
  it('AH-1.4-e, SC-3.3-c: is opened on a line and at a stage that the policy names', () => {
    expect(opened({})).toEqual([]);
    expect(opened({ line: 'luck' })).toEqual(['unknown_line line']);
    expect(opened({ stage: null })).toEqual(['unknown_stage stage']);
    expect(opened({ stage: 'luck' })).toEqual(['unknown_stage stage']);
  });

  it('SC-3.3-c: a joint line needs two departments, that of the opener among them', () => {
    expect(opened({ line: 'joint', departments: ['health_insurance', 'audit'] })).toEqual([]);
    expect(opened({ line: 'joint' })).toEqual(['joint_needs_two departments']);
    expect(opened({ line: 'joint', departments: ['finance', 'audit'] })).toEqual([
      'departments_missing departments',
    ]);
    expect(opened({ line: 'joint', departments: ['health_insurance', 'health_insurance'] })).toEqual([
      'departments_missing departments',
      'joint_needs_two departments',
    ]);
  });

  it('SC-3.3-c: an off-site line names the other place, and no other line does', () => {
    expect(opened({ line: 'off_site', offSite: 'yunhai/west' })).toEqual([]);
    expect(opened({ line: 'off_site' })).toEqual(['other_place_wanted offSite']);
    expect(opened({ line: 'off_site', offSite: 'yunhai/east' })).toEqual(['other_place_wanted offSite']);
    expect(opened({ offSite: 'yunhai/west' })).toEqual(['other_place_wanted offSite']);
  });

  it('examines a body by its code, never a person, on a document and a day that has come', () => {
    expect(opened({ examinedCode: '12330000470050089X' })).toEqual([]);
    expect(opened({ examinedCode: '330102198512113217' })).toEqual(['not_a_body examinedCode']);
    expect(opened({ examinedCode: '王五' })).toEqual(['not_a_body examinedCode']);
    expect(opened({ openedOn: '2026-03-02' })).toEqual(['bad_day openedOn']);
    expect(opened({ document: ' ' })).toEqual(['document_missing document']);
  });
});

it('a finding names a clause that there is; a referral has a document; a closed case takes none', () => {
  const asked: AskedFinding = { what: '串换项目', clause: 'YH-3', amount: fen(100n), referral: null };
  const pack = present(PACK, 'the pack');
  expect(codes(checkFinding(pack, false, asked))).toEqual([]);
  expect(codes(checkFinding(pack, true, { ...asked, clause: 'YH-99' }))).toEqual([
    'case_closed',
    'unknown_clause clause',
  ]);
  const referral = { to: 'police', document: '移送函', documentHash: 'x' } as const;
  expect(codes(checkFinding(pack, false, { ...asked, referral }))).toEqual(['document_missing referral']);
});
