import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { valuesKey, type ReplaceableValue, type ReplacedValues } from '#console/api/scenario-queries.ts';
import { faultOf, figureText, typedText } from '#console/rooms/scenario/figure-text.ts';

type Typed = Readonly<Partial<Record<ReplaceableValue['name'], string>>>;

export interface Draft {
  /** What stands in each field, without the unit's sign. */
  readonly typed: Typed;
  /** The values in the address: those that are reckoned and can be shared. */
  readonly values: ReplacedValues;
  readonly hasFault: boolean;
  readonly type: (name: ReplaceableValue['name'], text: string) => void;
  readonly reset: () => void;
}

/** Long enough to type a figure, short enough to feel live. */
const TYPING_PAUSE_MS = 250;

/** The form's fields. When typing pauses and every field is sound, its values go into the address. */
export function useDraft(replaceable: readonly ReplaceableValue[]): Draft {
  const { figure: _figure, ahead: _ahead, ...values } = useSearch({ from: '/runs/$runId/scenario' });
  const navigate = useNavigate({ from: '/runs/$runId/scenario' });
  const key = valuesKey(values);
  const [typed, setTyped] = useState<Typed>(() => typedOf(replaceable, values));
  const pushed = useRef(key);
  const next = useMemo(() => valuesOf(replaceable, typed), [replaceable, typed]);
  const hasFault = replaceable.some((value) => faultOf(value, typed[value.name] ?? '') !== undefined);

  // The address changed by itself: Back, a link, a saved scenario that was loaded.
  useEffect(() => {
    if (key === pushed.current) return;
    pushed.current = key;
    setTyped(typedOf(replaceable, values));
  }, [key, replaceable, values]);

  useEffect(() => {
    const nextKey = valuesKey(next);
    if (hasFault || nextKey === pushed.current) return undefined;
    const timer = setTimeout(() => {
      pushed.current = nextKey;
      void navigate({
        search: ({ ahead }) => ({ ...next, ...(ahead === undefined ? {} : { ahead }) }),
        replace: true,
        resetScroll: false,
      });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [next, hasFault, navigate]);

  return {
    typed,
    values,
    hasFault,
    type: (name, text) => setTyped({ ...typed, [name]: text.trim() }),
    reset: () => setTyped({}),
  };
}

function typedOf(replaceable: readonly ReplaceableValue[], values: ReplacedValues): Typed {
  return Object.fromEntries(
    replaceable.flatMap(({ name, unit }) => {
      const figure = values[name];
      return figure === undefined ? [] : [[name, typedText(unit, figure)]];
    }),
  );
}

function valuesOf(replaceable: readonly ReplaceableValue[], typed: Typed): ReplacedValues {
  return Object.fromEntries(
    replaceable.flatMap(({ name, unit }) => {
      const text = typed[name] ?? '';
      return text === '' ? [] : [[name, figureText(unit, text)]];
    }),
  );
}
