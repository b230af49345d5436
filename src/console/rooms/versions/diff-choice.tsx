import { SwapOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceVersions } from '#console/api/version-queries.ts';
import type { DiffSearch } from '#console/rooms/versions/diff-search.ts';
import { usePlaceName } from '#console/rooms/versions/place-name.ts';
import { shortHash, standingOf } from '#console/rooms/versions/steps.ts';

interface DiffChoiceProps {
  readonly places: readonly PlaceVersions[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Chooses both sides: the present files of a place, or any of its versions. */
export function DiffChoice({ places, from, to }: DiffChoiceProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const options = useOptions(places);
  const go = (next: { readonly from: string | undefined; readonly to: string | undefined }): void => {
    const search: DiffSearch = {
      ...(next.from === undefined ? {} : { from: next.from }),
      ...(next.to === undefined ? {} : { to: next.to }),
    };
    void navigate({ to: '/diff', search });
  };
  const side = (name: 'from' | 'to', value: string | undefined): ReactNode => (
    <div className="diff-side">
      <span aria-hidden>{t(`diff.${name}`)}</span>
      <Select
        aria-label={t(`diff.${name}`)}
        placeholder={t('diff.choose')}
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? null}
        options={[...options]}
        onChange={(next) => go({ from, to, [name]: next })}
      />
    </div>
  );
  return (
    <div className="diff-choice screen-only">
      {side('from', from)}
      <Button icon={<SwapOutlined aria-hidden />} onClick={() => go({ from: to, to: from })}>
        {t('diff.swap')}
      </Button>
      {side('to', to)}
    </div>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function useOptions(places: readonly PlaceVersions[]): readonly Option[] {
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  return places.flatMap((place) => {
    const name = nameOf(place);
    const present: Option = { value: place.packId, label: t('diff.presentOf', { place: name }) };
    const stored = place.versions.map((version) => ({
      value: version.hash,
      label: t('diff.versionOf', {
        place: name,
        hash: shortHash(version.hash),
        state: t(`versions.states.${standingOf(version)}`),
      }),
    }));
    return [...(place.present === undefined ? [] : [present]), ...stored];
  });
}
