'use client';

import { Button, Group } from '@mantine/core';
import { useEffect, useRef, type JSX } from 'react';
import { CopyButton } from '../../ui/copy-button';
import classes from './new-key.module.css';
import { NEW_KEY_WORDS } from './words';

interface Props {
  readonly apiKey: string;
  readonly variant?: 'filled' | 'default';
  readonly onStored: () => void;
}

/** A key that was just made, this once. It stays until somebody says that they have it. */
export function NewKey({ apiKey, variant = 'filled', onStored }: Props): JSX.Element {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    words.current?.focus();
  }, []);
  return (
    <div className={classes['new']}>
      <p ref={words} tabIndex={-1} className={classes['words']}>
        {NEW_KEY_WORDS.shown}
      </p>
      <div className={classes['line']}>
        <code className={classes['key']}>{apiKey}</code>
        <CopyButton text={apiKey} what={NEW_KEY_WORDS.label} size="sm" />
      </div>
      <Group>
        <Button variant={variant} onClick={onStored}>
          {NEW_KEY_WORDS.stored}
        </Button>
      </Group>
    </div>
  );
}
