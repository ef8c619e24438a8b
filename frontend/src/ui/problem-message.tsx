'use client';

import { Igny8Error } from '@igny8/sdk';
import type { JSX, ReactNode } from 'react';
import { CopyButton } from './copy-button';
import classes from './problem-message.module.css';
import { reasonOf, wasDone } from './reason';
import { StatusSign } from './status';

interface Props {
  /** What did not work, as a sentence: `Limit of Posts was not saved.` */
  readonly what: string;
  readonly error: unknown;
  /** What to do about it. */
  readonly children?: ReactNode;
}

/** Says what happened, why, what to do, and what to tell support. */
export function ProblemMessage({ what, error, children }: Props): JSX.Element {
  return (
    <div role="alert" className={classes['message']}>
      <p className={classes['words']}>
        <span className={classes['sign']}>
          <StatusSign kind="failed" />
        </span>
        {wasDone(error) ? '' : `${what} `}
        {reasonOf(error)}
      </p>
      {children === undefined ? null : <div className={classes['actions']}>{children}</div>}
      {error instanceof Igny8Error ? <RequestId id={error.requestId} /> : null}
    </div>
  );
}

/** What support asks for. */
export function RequestId({ id }: { readonly id: string }): JSX.Element {
  return (
    <p className={classes['request']}>
      Request ID <code className={classes['id']}>{id}</code> <CopyButton text={id} what="request ID" size="compact-xs" />
    </p>
  );
}
