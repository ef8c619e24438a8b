'use client';

import type { ContentType } from '@igny8/sdk';
import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { ProblemMessage } from '../../ui/problem-message';
import { useReader } from '../../ui/reader';
import { formatNumber } from '../../ui/words';
import { limitWords } from './limit';
import classes from './state-cell.module.css';
import { typeState } from './type-state';
import type { TypeSettings } from './use-type-settings';
import { TYPE_WORDS } from './words';

interface Props {
  readonly type: ContentType;
  readonly label: string;
  readonly settings: TypeSettings;
  readonly hasSynced: boolean;
  readonly isLocked: boolean;
  readonly onChangeLimit: () => void;
  /** What was pressed goes away: whoever pressed it goes on at the switch, or at the limit. */
  readonly onEnabled: () => void;
  readonly onLimitChosen: () => void;
}

/** What there is to say of a type: what went wrong last, what somebody has to decide, else how it is. */
export function StateCell({ type, label, settings, ...rest }: Props): JSX.Element | null {
  const { problem, conflict } = settings;
  if (problem !== undefined) return <ProblemMessage what={problem.what} error={problem.error} />;
  if (conflict !== undefined) return <Conflict conflict={conflict} settings={settings} onLimitChosen={rest.onLimitChosen} />;
  return <Calm type={type} label={label} settings={settings} {...rest} />;
}

function Conflict({
  conflict: { mine, current },
  settings,
  onLimitChosen,
}: {
  readonly conflict: NonNullable<TypeSettings['conflict']>;
  readonly settings: TypeSettings;
  readonly onLimitChosen: () => void;
}): JSX.Element {
  const { locale } = useReader();
  const [ours, theirs] = [limitWords(mine, locale), limitWords(current.fetch_limit, locale)];
  return (
    <div role="alert" className={classes['said']}>
      <span className={classes['strong']}>{TYPE_WORDS.conflict(current.changed_by ?? TYPE_WORDS.somebody, theirs, ours)}</span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          settings.setLimit(mine, current);
          onLimitChosen();
        }}
      >
        {TYPE_WORDS.use(ours)}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          settings.dismissConflict();
          onLimitChosen();
        }}
      >
        {TYPE_WORDS.keep(theirs)}
      </Button>
    </div>
  );
}

function Calm({ type, label, settings, hasSynced, isLocked, onChangeLimit, onEnabled }: Props): JSX.Element | null {
  const { locale } = useReader();
  const state = typeState(type, hasSynced);
  const { states } = TYPE_WORDS;
  switch (state.state) {
    case 'vanished':
      return <>{states.vanished}</>;
    case 'disabled':
      return (
        <div className={classes['said']}>
          {states.disabled}
          {isLocked ? null : (
            <button
              type="button"
              className={classes['action']}
              onClick={() => {
                settings.setEnabled(true);
                onEnabled();
              }}
            >
              {TYPE_WORDS.enable(label)}
            </button>
          )}
        </div>
      );
    case 'never_synced':
      return <>{states.neverSynced}</>;
    case 'partly':
      return <>{states.partly(formatNumber(state.missing, locale))}</>;
    case 'over_limit':
      return (
        <div className={classes['said']}>
          {states.overLimit(formatNumber(state.beyond, locale), state.beyond === 1)}
          {isLocked ? null : (
            <button type="button" className={classes['action']} onClick={onChangeLimit}>
              {TYPE_WORDS.changeLimit}
            </button>
          )}
        </div>
      );
    case 'calm':
      return null;
  }
}
