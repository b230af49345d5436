import type { Refusal } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';
import { unknownReference } from '#rules/pack/check-references';
import { findValue, type Pack } from '#rules/pack/pack';
import type { RawValue, RawVersion } from '#rules/pack/raw-pack';
import { BOUNDING_KINDS, isOutside, limitsOf, limitsText } from '#rules/value/bounds';
import { leaves } from '#rules/value/leaves';
import { parseQuantity, type Unit } from '#rules/value/quantity';

/** Checks each figure of a value against the bound or band that it names, on every day on which either changes. */
export function checkBounds(pack: Pack, name: string, value: RawValue): readonly Refusal[] {
  if (value.bounded_by === undefined) return [];
  const bound = findValue(pack, value.bounded_by);
  const place = pack.locate('values', [name, 'bounded_by']);
  if (bound === undefined) return [unknownReference(place, value.bounded_by)];
  if (bound.unit !== value.unit || !BOUNDING_KINDS.has(bound.kind)) return [noBound(place, name, value)];
  return value.versions.flatMap((version, index) => {
    const at = pack.locate('values', [name, 'versions', index]);
    return leaves(version.cells ?? version.value, value.axes ?? []).flatMap(({ cell, text }) => {
      const figure = parseQuantity(value.unit as Unit, text, value.options);
      if (typeof figure === 'string') return [];
      return daysOf(version, bound).flatMap((day) => {
        const limits = limitsOf(pack, value, day, cell);
        if (limits === undefined || !isOutside(figure, limits)) return [];
        return [outOfBounds(at, name, `${text} ∉ ${limitsText(limits)}`, day)];
      });
    });
  });
}

/** Lists the days to check: where the figure starts, and where the bound changes under it. */
function daysOf({ from, to }: RawVersion, bound: RawValue): readonly PlainDate[] {
  const changes = bound.versions
    .map((version) => version.from)
    .filter((day) => day > from && (to === undefined || day <= to));
  return [from, ...changes.toSorted()].map((day) => day as PlainDate);
}

function noBound(at: string, name: string, { unit, bounded_by }: RawValue): Refusal {
  return {
    code: 'bad_value',
    at: `${at} ${name}`,
    what: {
      zh: `${String(bounded_by)} 不是单位 ${unit} 的上限、下限或区间`,
      en: `${String(bounded_by)} is no bound or band of unit ${unit}`,
    },
    next: {
      zh: '请改为上限、下限或区间的名称',
      en: 'name an upper_bound, a lower_bound or a band',
    },
  };
}

function outOfBounds(at: string, name: string, detail: string, day: PlainDate): Refusal {
  return {
    code: 'out_of_bounds',
    at: `${at} ${name}`,
    what: {
      zh: `超出上位规定的界限（${detail}，自 ${day}）`,
      en: `outside the bound set above it (${detail}, from ${day})`,
    },
    next: { zh: '请改为界限之内的数', en: 'give a figure inside the bound' },
  };
}
