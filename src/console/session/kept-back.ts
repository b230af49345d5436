import { readBack } from '#console/session/back-search.ts';

const NAME = 'tongchou.back';

/** Keeps, for this tab, the page to go back to while the browser is at the provider. */
export function keepBack(back: string | undefined): void {
  try {
    if (back === undefined) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, back);
  } catch {
    // Storage is off in this browser: the sign-in ends at the account's page.
  }
}

export function takeBack(): string | undefined {
  try {
    const { back } = readBack({ back: sessionStorage.getItem(NAME) ?? undefined });
    sessionStorage.removeItem(NAME);
    return back;
  } catch {
    return undefined;
  }
}
