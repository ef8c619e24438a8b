import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../platform/problem/problem.js';
import { readHomeUrl } from './home-url.js';

/** Who a site says that it is, with every call: a copy of the site says the same, but from another address. */
export interface SaidIdentity {
  readonly siteUuid: string | undefined;
  readonly homeUrl: string | undefined;
}

const SITE_UUID = 'igny8-site-uuid';
const HOME_URL = 'igny8-home-url';

/** The headers in which it says so. */
export const IDENTITY = [SITE_UUID, HOME_URL] as const;

export const identityOf = ({ headers }: FastifyRequest): SaidIdentity => ({
  siteUuid: textOf(headers[SITE_UUID]),
  homeUrl: textOf(headers[HOME_URL]),
});

/** The site that is expected, as far as it is known. */
export interface KnownIdentity {
  readonly siteUuid: string | null;
  readonly homeUrl: string | null;
  readonly homeKey: string | null;
}

/** @throws ProblemError `identity_conflict` when the site is not the one that is known; what is not known, or not said, is not compared */
export function refuseStranger(said: SaidIdentity, known: KnownIdentity): void {
  const isOther = known.siteUuid !== null && said.siteUuid !== undefined && said.siteUuid !== known.siteUuid;
  const isElsewhere = known.homeKey !== null && said.homeUrl !== undefined && readHomeUrl(said.homeUrl)?.key !== known.homeKey;
  if (isOther || isElsewhere) {
    throw new ProblemError(
      'identity_conflict',
      `This integration is connected to ${known.homeUrl ?? 'another site'}. Say in WordPress whether this site has moved or is a copy.`,
    );
  }
}

const textOf = (header: string | string[] | undefined): string | undefined => (typeof header === 'string' ? header : undefined);
