import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Calls when the element comes near the viewport, and again after every change while it stays there. */
export function useSight(place: RefObject<Element | null>, onSight: () => void): void {
  const notify = useEffectEvent(onSight);
  useEffect(() => {
    if (place.current === null) return;
    // A busy page is told of several changes at once, the latest last.
    const observer = new IntersectionObserver((changes) => {
      if (changes.at(-1)?.isIntersecting === true) notify();
    }, { rootMargin: '300px' });
    observer.observe(place.current);
    return () => observer.disconnect();
  });
}
