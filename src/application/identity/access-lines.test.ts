import { describe, expect, it } from 'vitest';
import { touchedPlaces } from '#application/identity/access-lines';

const own = { role: 'reader', place: 'yunhai/east', breakGlass: null } as const;
const lent = { role: 'reader', place: 'yunhai/west', breakGlass: 'glass' } as const;

describe('the lines of a request', () => {
  it('are of the places that it names, with the emergency access that nothing else makes up for', () => {
    expect(touchedPlaces([own, lent], ['yunhai/east/north', 'yunhai/west', 'yunhai'], 'yunhai/east')).toEqual(
      [
        { place: 'yunhai/east/north', breakGlassId: null },
        { place: 'yunhai/west', breakGlassId: 'glass' },
        { place: 'yunhai', breakGlassId: null },
      ],
    );
  });

  it('are of the widest places of its grants where it names none', () => {
    const below = { ...own, place: 'yunhai/east/north' };
    expect(touchedPlaces([own, below, lent], undefined, 'yunhai/south')).toEqual([
      { place: 'yunhai/east', breakGlassId: null },
      { place: 'yunhai/west', breakGlassId: 'glass' },
    ]);
  });

  it('are one of the home where nobody knows what it names, or no grant is asked for', () => {
    expect(touchedPlaces([lent], [], 'yunhai/south')).toEqual([
      { place: 'yunhai/south', breakGlassId: 'glass' },
    ]);
    expect(touchedPlaces([], undefined, null)).toEqual([{ place: null, breakGlassId: null }]);
  });
});
