import { contains } from '#kernel/period';
import type { PlainDate } from '#kernel/plain-date';
import type { RawValue, RawVersion } from '#rules/pack/raw-pack';

/** The version of a value that is valid on a day: effective time. */
export function versionAt(value: RawValue, date: PlainDate): RawVersion | undefined {
  return value.versions.find((version) => {
    const from = version.from as PlainDate;
    return contains(version.to === undefined ? { from } : { from, to: version.to as PlainDate }, date);
  });
}
