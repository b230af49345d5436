import { contains, type Period } from '#kernel/period';
import type { PlainDate } from '#kernel/plain-date';
import type { RawValue, RawVersion } from '#rules/pack/raw-pack';

/** Finds the version of a value that is valid on a day (effective time). */
export function versionAt(value: RawValue, date: PlainDate): RawVersion | undefined {
  return value.versions.find((version) => contains(version as RawVersion & Period, date));
}
