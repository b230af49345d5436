import type { Scope } from '#domain/identity/account';

/** The actor of what the command line does: whoever can start the program on its data and key. */
export const MACHINE = 'machine';

/**
 * The scope of who controls the machine: every place and department. `*` is no path, so that no grant can give it.
 * The database refuses this actor wherever a person with an account is asked for, and as the second person of its own
 * requests.
 */
export const MACHINE_SCOPE: Scope = { userId: MACHINE, parts: [{ place: '*', department: '*' }] };
