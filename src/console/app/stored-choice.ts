/** Remembers a person's choice of display on this device. Without storage the choice lasts as long as the page. */
export function readChoice<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  try {
    const stored = localStorage.getItem(`tongchou.${name}`);
    return choices.find((choice) => choice === stored) ?? fallback;
  } catch {
    return fallback;
  }
}

export function keepChoice(name: string, choice: string): void {
  try {
    localStorage.setItem(`tongchou.${name}`, choice);
  } catch {
    // Storage is off in this browser: nothing to remember.
  }
}
