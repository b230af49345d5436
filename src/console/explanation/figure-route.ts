import { useLocation, useNavigate, useRouter, useSearch } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Figures walked through to the open one, first to last. */
    readonly trail?: readonly string[];
    /** The explanation was opened from this page, so that going back closes it. */
    readonly isOpenedHere?: boolean;
  }
}

interface FigureRoute {
  readonly figure: string | undefined;
  readonly trail: readonly string[];
  readonly open: (figure: string) => void;
  readonly stepTo: (input: string) => void;
  readonly backTo: (step: number) => void;
  readonly close: () => void;
}

/**
 * The open explanation lives in the address. Opening makes one entry in the browser's history and walking
 * inside it none, so that Back always closes it; the breadcrumb leads back along the walk.
 */
export function useFigureRoute(): FigureRoute {
  const { figure } = useSearch({ strict: false });
  const { trail = [], isOpenedHere = false } = useLocation({ select: (location) => location.state });
  const navigate = useNavigate();
  const router = useRouter();

  function walk(to: string, walked: readonly string[]): void {
    void navigate({
      to: '.',
      search: (others) => ({ ...others, figure: to }),
      state: { trail: walked, isOpenedHere },
      replace: true,
      resetScroll: false,
    });
  }

  return {
    figure,
    trail,
    open: (next) =>
      void navigate({
        to: '.',
        search: (others) => ({ ...others, figure: next }),
        state: { isOpenedHere: true },
        resetScroll: false,
      }),
    stepTo: (input) => {
      if (figure !== undefined) walk(input, [...trail, figure]);
    },
    backTo: (step) => {
      const to = trail[step];
      if (to !== undefined) walk(to, trail.slice(0, step));
    },
    close: () => {
      if (isOpenedHere) router.history.back();
      else {
        void navigate({
          to: '.',
          search: ({ figure: _closed, ...others }) => others,
          replace: true,
          resetScroll: false,
        });
      }
    },
  };
}
