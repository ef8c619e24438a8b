'use client';

import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { ProblemMessage } from './problem-message';
import classes from './load-problem.module.css';
import { useNow, useReader } from './reader';
import { reasonOf } from './reason';
import { StatusSign } from './status';
import { clock } from './time';

interface Props {
  /** `Sites could not be loaded.` */
  readonly what: string;
  readonly error: unknown;
  readonly reload: () => void;
}

/** In place of what could not be loaded at all. */
export function LoadProblem({ what, error, reload }: Props): JSX.Element {
  return (
    <ProblemMessage what={what} error={error}>
      <Button onClick={reload}>Try again</Button>
    </ProblemMessage>
  );
}

/** Above what was loaded once and cannot be renewed right now. It is asked for again all the time. */
export function NotRenewed({ at, error }: { readonly at: number; readonly error: unknown }): JSX.Element {
  const [now, reader] = [useNow(), useReader()];
  return (
    <p role="alert" className={classes['notRenewed']}>
      <StatusSign kind="act" /> As of {clock(at, now, reader)}. {reasonOf(error)} Trying again by itself.
    </p>
  );
}
