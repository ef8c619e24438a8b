'use client';

import { createContext, use, useSyncExternalStore, type JSX, type ReactNode } from 'react';
import type { Reader } from './time';

/** What the server knew when it drew the page: the browser first draws the same, then as it knows better itself. */
interface Drawn {
  readonly locale: string;
  readonly now: number;
}

const DrawnContext = createContext<Drawn>({ locale: 'en', now: 0 });

export function ReaderProvider({ locale, now, children }: Drawn & { readonly children: ReactNode }): JSX.Element {
  return <DrawnContext value={{ locale, now }}>{children}</DrawnContext>;
}

/** How the person in front of the screen writes numbers and dates, and which zone they are in. */
export function useReader(): Reader {
  const { locale } = use(DrawnContext);
  const isBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return isBrowser ? browserReader() : serverReader(locale);
}

/** The time, renewed every ten seconds, so that what says how long ago something was stays true. */
export function useNow(): number {
  const drawn = use(DrawnContext);
  return useSyncExternalStore(
    subscribe,
    () => now,
    () => drawn.now,
  );
}

const neverChanges = (): (() => void) => () => undefined;

let known: Reader | undefined;
const browserReader = (): Reader => (known ??= { locale: navigator.language, zone: Intl.DateTimeFormat().resolvedOptions().timeZone });

const serverReaders = new Map<string, Reader>();
function serverReader(locale: string): Reader {
  let reader = serverReaders.get(locale);
  if (reader === undefined) serverReaders.set(locale, (reader = { locale, zone: 'UTC' }));
  return reader;
}

const TICK_MS = 10_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, TICK_MS);
  document.addEventListener('visibilitychange', tick);
  tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', tick);
  };
}

function tick(): void {
  // One time for all who ask between two ticks, or React would see it change while it draws.
  if (Date.now() - now < TICK_MS / 2) return;
  now = Date.now();
  for (const listener of listeners) listener();
}
