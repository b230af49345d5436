import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The place that the address points at. The page is read after the address, so it is scrolled to here. */
export function useAnchor(): string {
  const anchor = useLocation({ select: (location) => location.hash });
  const key = useLocation({ select: (location) => location.state.__TSR_key });
  useEffect(() => {
    if (anchor === '') return;
    const target = document.getElementById(anchor);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }, [anchor, key]);
  return anchor;
}
