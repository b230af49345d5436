import type { advancePack } from '#application/pack-life/advance-pack';
import { eventView, type EventView } from '#application/pack-life/place-versions';

type Advanced = Extract<Awaited<ReturnType<typeof advancePack>>, { readonly allowed: true }>['value'];

/** The answer to a step: the events as they were recorded. */
export function recordedStep(events: Advanced): {
  readonly events: readonly (EventView & { readonly packHash: string })[];
} {
  return { events: events.map((event) => ({ packHash: event.packHash, ...eventView(event) })) };
}
