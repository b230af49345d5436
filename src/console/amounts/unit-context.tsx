import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { UNITS, type Unit } from '#console/amounts/unit.ts';
import { keepChoice, readChoice } from '#console/app/stored-choice.ts';

interface UnitChoice {
  readonly unit: Unit;
  readonly chooseUnit: (unit: Unit) => void;
}

const UnitContext = createContext<UnitChoice>({ unit: 'wan', chooseUnit: () => undefined });

/** Holds the unit in which every amount of the console is shown: 万元 until another is chosen. */
export function UnitProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [unit, setUnit] = useState<Unit>(() => readChoice('unit', UNITS, 'wan'));
  const choice = useMemo(
    () => ({
      unit,
      chooseUnit: (next: Unit) => {
        keepChoice('unit', next);
        setUnit(next);
      },
    }),
    [unit],
  );
  return <UnitContext value={choice}>{children}</UnitContext>;
}

/** Shows amounts in one unit, whatever was chosen: where a decision rests on them. */
export function FixedUnit({
  unit,
  children,
}: {
  readonly unit: Unit;
  readonly children: ReactNode;
}): ReactNode {
  const { chooseUnit } = useUnit();
  const choice = useMemo(() => ({ unit, chooseUnit }), [unit, chooseUnit]);
  return <UnitContext value={choice}>{children}</UnitContext>;
}

export function useUnit(): UnitChoice {
  return use(UnitContext);
}
