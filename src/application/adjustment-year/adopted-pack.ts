import type { AdjustmentYear, YearOffice } from '#application/ports/adjustment-year-store';
import * as refusals from '#application/adjustment-year/refusals';
import { canonicalJson, type CanonicalValue } from '#kernel/canonical-json';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { plainDate } from '#kernel/plain-date';
import { packFromArtefact, type Hash } from '#rules/pack/load-pack';
import { findValue, type Pack } from '#rules/pack/pack';
import type { RawValue, RawVersion } from '#rules/pack/raw-pack';
import { isOutside, limitsOf } from '#rules/value/bounds';
import { parseQuantity, type Unit } from '#rules/value/quantity';

/** An adopted delegated figure, with its document; one person requested it, another confirmed it. */
export interface Adoption {
  readonly matter: string;
  readonly value: string;
  /** The figure; null where the pack's own assumption is adopted unchanged. */
  readonly figure: string | null;
  readonly document: string;
  readonly documentHash: string;
}

/** Lists the adoptions that hold for a fund's year: the last granted one of each value. */
export async function adoptionsOf(office: YearOffice, year: AdjustmentYear): Promise<readonly Adoption[]> {
  const matters = await office.listMatters({ pools: [year.fund], insuranceType: year.insuranceType });
  const granted = matters.filter(
    (one) => one.kind === 'adoption' && one.decision === 'granted' && one.year <= year.year,
  );
  const ordered = granted.toSorted(
    (a, b) => a.year - b.year || ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? -1 : 1),
  );
  const last = new Map(
    ordered.map(({ id, content, document, documentHash }) => [
      content.value ?? '',
      { matter: id, value: content.value ?? '', figure: content.figure ?? null, document, documentHash },
    ]),
  );
  return [...last.values()].toSorted((a, b) => (a.value < b.value ? -1 : 1));
}

/**
 * Checks that an adoption fits the pack: the value is delegated, and a figure has its unit and lies within its bounds.
 */
export function checkAdoption(
  pack: Pack,
  { value: name, figure }: Pick<Adoption, 'value' | 'figure'>,
  year: number,
  insuranceType: string,
): Decision<RawValue> {
  const value = findValue(pack, name);
  if (value?.kind !== 'delegated') return refuse(refusals.noSuchValue(name));
  if (figure === null) {
    const hasAssumption = value.versions.every(
      (one) => one.value !== undefined || one.cells !== undefined || one.linked !== undefined,
    );
    return hasAssumption ? allow(value) : refuse(refusals.noSuchValue(name));
  }
  if ((value.axes ?? []).length > 0) return refuse(refusals.figureForTable(name));
  const quantity = parseQuantity(value.unit as Unit, figure, value.options);
  if (typeof quantity === 'string') return refuse(refusals.noSuchValue(name));
  const limits = limitsOf(pack, value, plainDate(year, 1, 1), { scheme: insuranceType });
  return limits !== undefined && isOutside(quantity, limits)
    ? refuse(refusals.noSuchValue(name))
    : allow(value);
}

/**
 * Makes the pack with its adopted values, as stated figures that cite their document. It is a version with a hash of
 * its own, so that the run is reckoned, kept and replayed like any other (docs/explanation/ideas.md, 4).
 */
export function adoptPack(
  pack: Pack,
  adoptions: readonly Adoption[],
  { year, insuranceType }: Pick<AdjustmentYear, 'year' | 'insuranceType'>,
  hash: Hash,
): Decision<Pack> {
  if (adoptions.length === 0) return allow(pack);
  const faults: Refusal[] = [];
  const adopted: Record<string, RawValue> = {};
  for (const adoption of adoptions) {
    const value = checkAdoption(pack, adoption, year, insuranceType);
    if (value.allowed) adopted[adoption.value] = statedValue(value.value, adoption);
    else faults.push(...value.refusals);
  }
  return allowUnless(faults, () => {
    const content = JSON.parse(pack.artefact) as { readonly pack: { readonly values: object } };
    const values = { ...content.pack.values, ...adopted };
    const changed = { ...content, pack: { ...content.pack, values } };
    return packFromArtefact(canonicalJson(changed as unknown as CanonicalValue), hash);
  });
}

function statedValue(value: RawValue, { figure, document, documentHash }: Adoption): RawValue {
  const versions = value.versions.map((version): RawVersion => {
    const source = `${document} (sha256 ${documentHash})`;
    const { cells: _cells, linked: _linked, ...rest } = version;
    return figure === null ? { ...version, source } : { ...rest, value: figure, source };
  });
  return { ...value, kind: 'exact', versions };
}
