import type { SessionEnd } from '../api/session-end';

/** What is said around signing in. */
export const SESSION_WORDS = {
  title: 'Sign in',
  email: 'Email',
  password: 'Password',
  submit: 'Sign in',
  working: 'Signing in…',
  wrong: 'Email or password is wrong.',
  failed: 'Sign-in did not work.',
  failedEarly: 'Sign-in did not work. Wait a moment, then try again.',
  tooMany: (seconds: string) => `Too many tries. Wait ${seconds} s.`,
  ended: {
    expired: 'Signed out after 12 h without activity.',
    other: 'Your session has ended.',
  } satisfies Record<SessionEnd, string>,
  kept: 'What you typed is kept.',
} as const;
