'use client';

import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type JSX, type SubmitEvent } from 'react';
import { Dialog } from './dialog';
import { ProblemMessage } from './problem-message';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  /** What will be, and what will stay. */
  readonly text: string;
  /** Verb and noun. */
  readonly action: string;
  readonly working: string;
  /** What did not work, for the message when it does not. */
  readonly failure: string;
  /** What must be typed first. */
  readonly mustType?: string;
  readonly run: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before something that cannot simply be taken back. It stays open while it works and when it fails. */
export function ConfirmDialog({ opened, title, ...props }: Props): JSX.Element {
  return (
    <Dialog opened={opened} title={title} onClose={props.onClose}>
      <Question {...props} />
    </Dialog>
  );
}

function Question({ text, action, working, failure, mustType, run, onClose }: Omit<Props, 'opened' | 'title'>): JSX.Element {
  const [typed, setTyped] = useState('');
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<unknown>();
  const isReady = mustType === undefined || typed.trim() === mustType;

  async function confirm(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!isReady || isWorking) return;
    setWorking(true);
    setError(undefined);
    try {
      await run();
      onClose();
    } catch (thrown) {
      setError(thrown);
    }
    setWorking(false);
  }

  return (
    <form onSubmit={(event) => void confirm(event)}>
      <Stack>
        <Text>{text}</Text>
        {mustType === undefined ? null : (
          <TextInput
            label={`Type ${mustType}`}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            data-autofocus
          />
        )}
        {error === undefined ? null : <ProblemMessage what={failure} error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} {...(mustType === undefined ? { 'data-autofocus': true } : {})}>
            Cancel
          </Button>
          <Button type="submit" color="red.9" disabled={!isReady} aria-disabled={isWorking}>
            {isWorking ? working : action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
