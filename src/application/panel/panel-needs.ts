import { neededFields } from '#domain/adjustment/check-facts';
import type { AdjustmentFacts } from '#domain/adjustment/facts';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import { CONDITION_FIELDS, isPoolField, PANEL_SCHEMES, type PanelNeeds } from '#domain/panel/fields';
import { assert } from '#kernel/assert';

/** What a year's panel must hold: the insurance types in force, and what the rule's mechanisms reckon from. */
export function panelNeeds(plan: AdjustmentPlan, year: number): PanelNeeds {
  const schemes = PANEL_SCHEMES.filter((scheme) => (plan.firstYear.get(scheme) ?? Infinity) <= year);
  const fields = neededFields(plan, NOTHING_REPLACED).flatMap((field) =>
    field === 'conditions' ? CONDITION_FIELDS.map((name) => `conditions.${name}`) : [field],
  );
  return {
    schemes,
    fields: new Set(
      fields.map((field) => {
        assert(isPoolField(field), `a panel can hold ${field}`);
        return field;
      }),
    ),
  };
}

/** A panel is reckoned with the pack's own values. */
const NOTHING_REPLACED = { replaced: {} } as AdjustmentFacts;
