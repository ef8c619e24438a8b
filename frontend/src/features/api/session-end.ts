import { Igny8Error } from '@igny8/sdk';

/** Why a session has ended: nobody did anything for too long, or something that nobody here knows. */
export type SessionEnd = 'expired' | 'other';

export const isSignedOut = (error: unknown): error is Igny8Error => error instanceof Igny8Error && error.code === 'unauthenticated';

/** The other end of a session, after its 30 days, is never answered as such: the cookie has gone by then. */
export const endOf = ({ problem }: Igny8Error): SessionEnd => (problem.reason === 'expired' ? 'expired' : 'other');
