import { sourceMissing, unknownClause } from '#application/budget/draft-refusals';
import type { DriverRequest } from '#application/budget/request';
import { DRIVERS, isDriverId, type DriverId } from '#domain/budget/drivers';
import type { GivenDriver } from '#domain/budget/estimate';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { firstDayOfYear, parseInsuranceYear } from '#kernel/insurance-year';
import { findAxis, findClause, findValue, type Pack } from '#rules/pack/pack';
import { parseQuantity } from '#rules/value/quantity';
import { resolveValue } from '#rules/value/resolve-value';

/**
 * Reads one driver as an exact figure: given with its source, or from the place's pack on the first day of the year.
 */
export function driverValue(
  id: string,
  request: DriverRequest,
  pack: Pack,
  year: number,
): Decision<{ readonly id: DriverId; readonly given: GivenDriver }> {
  if (!isDriverId(id)) return refuse(unknownDriver(id));
  const at = `drivers/${id}`;
  if ('packValue' in request) return fromPack(id, request, pack, year);
  const quantity = parseQuantity(DRIVERS[id].unit, request.value);
  if (typeof quantity === 'string') return refuse(badDriver(id, request.value));
  if (request.source.trim() === '') return refuse(sourceMissing(at));
  const cite = request.cite ?? [];
  const strange = cite.find((clause) => findClause(pack, clause) === undefined);
  if (strange !== undefined) return refuse(unknownClause(at, strange));
  return allow({ id, given: { quantity, source: request.source, cite } });
}

function fromPack(
  id: DriverId,
  { packValue, cell = {} }: Extract<DriverRequest, { readonly packValue: string }>,
  pack: Pack,
  year: number,
): Decision<{ readonly id: DriverId; readonly given: GivenDriver }> {
  const value = findValue(pack, packValue);
  const axes = value?.axes ?? [];
  const isKnown =
    value !== undefined &&
    value.kind !== 'band' &&
    axes.every((axis) => findAxis(pack, axis)?.includes(cell[axis] ?? '') === true);
  if (!isKnown) return refuse(unknownPackValue(id, packValue));
  const on = firstDayOfYear(present(parseInsuranceYear(year), 'a year'));
  const resolved = resolveValue(pack, packValue, { on, cell, assumptions: 'state' });
  if (!resolved.allowed) return resolved;
  const { quantity, cite, standing, reading } = resolved.value;
  const assumed = standing === 'stated' ? '' : ` ${standing}${reading === undefined ? '' : ` ${reading}`}`;
  return allow({ id, given: { quantity, source: `${pack.raw.id}/${packValue}${assumed}`, cite } });
}

function unknownDriver(id: string): Refusal {
  const known = Object.keys(DRIVERS).join(', ');
  return {
    code: 'unknown_driver',
    at: `drivers/${id}`,
    what: { zh: `没有测算因素 ${id}`, en: `there is no driver ${id}` },
    next: { zh: `可选：${known}`, en: `known drivers: ${known}` },
  };
}

function badDriver(id: DriverId, text: string): Refusal {
  const { unit, label } = DRIVERS[id];
  return {
    code: 'bad_driver',
    at: `drivers/${id}`,
    what: {
      zh: `“${label.zh}”不能是 ${text}（单位 ${unit}）`,
      en: `the ${label.en} cannot be ${text} (unit ${unit})`,
    },
    next: {
      zh: '比例写成 5%，金额写成 1234.50，倍数写成 1.05',
      en: 'write rates like 5%, money like 1234.50, multiples like 1.05',
    },
  };
}

function unknownPackValue(id: DriverId, name: string): Refusal {
  return {
    code: 'unknown_pack_value',
    at: `drivers/${id}`,
    what: {
      zh: `政策包没有数值 ${name}，或缺其维度成员`,
      en: `the pack has no single value ${name} at this cell`,
    },
    next: { zh: '请改正名称并给出 cell', en: 'correct the name and give its cell' },
  };
}
