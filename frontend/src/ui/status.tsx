import { clsx } from './clsx';
import type { JSX, ReactNode } from 'react';
import classes from './status.module.css';

/** `good`: all is well. `act`: somebody must do something. `failed`. `off`: nothing happens, and nothing should. `working`. */
export type StatusKind = 'good' | 'act' | 'failed' | 'off' | 'working';

/** A word with a sign before it that differs in form and colour. */
export function Status({ kind, children }: { readonly kind: StatusKind; readonly children: ReactNode }): JSX.Element {
  return (
    <span className={classes['status']}>
      <StatusSign kind={kind} />
      <span>{children}</span>
    </span>
  );
}

export function StatusSign({ kind }: { readonly kind: StatusKind }): JSX.Element {
  return (
    <svg
      className={clsx(classes['sign'], classes[kind])}
      data-status={kind}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden
      focusable="false"
    >
      {SIGNS[kind]}
    </svg>
  );
}

const SIGNS: Readonly<Record<StatusKind, JSX.Element>> = {
  good: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  act: <path d="M6 0.8 11.6 11H0.4z" fill="currentColor" />,
  failed: <path d="M3.6 0.5h4.8l3.1 3.1v4.8l-3.1 3.1H3.6L0.5 8.4V3.6z" fill="currentColor" />,
  off: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  working: <path d="M6 1.2A4.8 4.8 0 1 1 1.2 6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
};
