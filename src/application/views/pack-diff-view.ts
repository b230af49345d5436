import type { DiffEnd, FieldChange, PackChange, PackDiff } from '#application/packs/diff-packs';
import { PACK_SECTIONS, type PackSection } from '#application/packs/pack-content';
import { SECTION_WORDS, fieldWords } from '#application/rendering/pack-diff-words';
import type { Bilingual } from '#kernel/bilingual';

/** A comparison for readers: by section, each field with its name in words. Sections that are the same are left out. */
export interface PackDiffView {
  readonly from: DiffEnd;
  readonly to: DiffEnd;
  readonly sections: readonly SectionDiff[];
}

interface SectionDiff {
  readonly section: PackSection;
  readonly label: Bilingual;
  readonly changes: readonly ChangeView[];
}

type ChangeView = Omit<PackChange, 'section' | 'fields'> & {
  readonly fields: readonly (FieldChange & { readonly label: Bilingual })[];
};

export function packDiffView({ from, to, changes }: PackDiff): PackDiffView {
  const sections = PACK_SECTIONS.map((section) => ({
    section,
    label: SECTION_WORDS[section],
    changes: changes.filter((change) => change.section === section).map(changeView),
  }));
  return { from, to, sections: sections.filter((each) => each.changes.length > 0) };
}

function changeView({ section: _section, fields, ...change }: PackChange): ChangeView {
  return { ...change, fields: fields.map((field) => ({ ...field, label: fieldWords(field.field) })) };
}
