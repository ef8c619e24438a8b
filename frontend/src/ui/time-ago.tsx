'use client';

import { Tooltip } from '@mantine/core';
import type { JSX } from 'react';
import { useNow, useReader } from './reader';
import classes from './time-ago.module.css';
import { exactTime, timeAgo } from './time';

/** How long ago something was; exactly when on hover, on focus and on a tap. It ages by itself. */
export function TimeAgo({ at }: { readonly at: string }): JSX.Element {
  const [now, reader] = [useNow(), useReader()];
  const time = Date.parse(at);
  return (
    <Tooltip label={exactTime(time, reader)} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={classes['time']}>
        <time dateTime={at}>{timeAgo(time, now, reader)}</time>
      </button>
    </Tooltip>
  );
}
