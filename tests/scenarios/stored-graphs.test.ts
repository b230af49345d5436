import { describe, expect, it } from 'vitest';
import { diffPacks } from '#application/packs/diff-packs';
import { sha256 } from '#files/sha256';
import { planContribution, type ContributionPlan } from '#domain/contribution/plan';
import { present } from '#kernel/assert';
import { refusalLine } from '#kernel/decision';
import { formulaJson } from '#rules/formula/formula-json';
import type { Formula } from '#rules/formula/node';
import { packFromArtefact, withFormulas } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';
import { loadTestPack } from '#tests/support/load-test-pack';

const pack = await loadTestPack('shandong');
const KEY = 'contribution/employee';

function planOf(of: Pack): ContributionPlan {
  const plan = planContribution(of);
  if (!plan.allowed) throw new Error(plan.refusals.map(refusalLine).join('\n'));
  return plan.value;
}

function employeeFormula(of: Pack): Formula {
  return present(planOf(of).kinds.get('employee'), 'employees').formula;
}

/** The pack as a program would have kept it whose formula rounded otherwise. */
function keptOtherwise(): Pack {
  const text = present(pack.formulas.get(KEY), KEY);
  const other = text.replace('"rounding":"half_up"', '"rounding":"down"');
  expect(other).not.toBe(text);
  return withFormulas(pack, new Map([...pack.formulas, [KEY, other]]), sha256);
}

describe('the graphs of row formulas are part of a pack version, so that a replay runs the stored graph', () => {
  it('a loaded pack keeps the graph of every kind that it reckons, in its canonical text', () => {
    const { kinds } = planOf(pack);
    expect([...pack.formulas]).toEqual(
      [...kinds].map(([kind, { formula }]) => [`contribution/${kind}`, formulaJson(formula)]),
    );
    expect(pack.artefact).toContain(present(pack.formulas.get(KEY), KEY));
  });

  it('a version read back from its artefact runs the graph that was kept, not what is built today', () => {
    const kept = packFromArtefact(keptOtherwise().artefact, sha256);
    const roundings = (formula: Formula): readonly string[] =>
      formula.nodes.flatMap((node) => ('rounding' in node ? [node.rounding] : []));
    expect(roundings(employeeFormula(kept))).toContain('down');
    expect(roundings(employeeFormula(pack))).not.toContain('down');
  });

  it('a graph that was kept otherwise gives another version, and the comparison names it', () => {
    const kept = keptOtherwise();
    expect(kept.hash).not.toBe(pack.hash);
    const { changes } = diffPacks(pack, kept);
    expect(changes.map(({ section, id }) => `${section} ${id}`)).toEqual([`other formulas/${KEY}`]);
    expect(changes[0]?.fields.every(({ from, to }) => from?.replace('half_up', 'down') === to)).toBe(true);
  });

  it('a kept text that is no graph of the pack is refused when it is to reckon', () => {
    const broken = withFormulas(
      pack,
      new Map([[KEY, '{"claims":[],"id":"x","nodes":[],"outputs":{"a":3}}']]),
      sha256,
    );
    expect(planContribution(broken).allowed).toBe(false);
  });
});
