'use client';

import { useEffect } from 'react';

const CALM = '/icon.svg';
const NEEDS_YOU = '/icon-needs-you.svg';

/** A dot on the icon of the tab while somebody has to do something. */
export function useFavicon(needsYou: boolean): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (link === null) return;
    link.href = needsYou ? NEEDS_YOU : CALM;
    return () => {
      link.href = CALM;
    };
  }, [needsYou]);
}
