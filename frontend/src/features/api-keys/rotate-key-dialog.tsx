'use client';

import type { ApiKey } from '@igny8/sdk';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { Dialog } from '../../ui/dialog';
import { ProblemMessage } from '../../ui/problem-message';
import { useReader } from '../../ui/reader';
import { clock } from '../../ui/time';
import { NewKey } from './new-key';
import { useRotateApiKey } from './use-api-keys';
import { NEW_KEY_WORDS, ROTATE_WORDS } from './words';

/** So long whoever uses the old key has time to change over. */
const OVERLAP_SECONDS = 24 * 3600;

/** Replaces a key by a new one that does the same. */
export function RotateKeyDialog({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }): JSX.Element {
  const reader = useReader();
  const rotate = useRotateApiKey();
  const [openedAt] = useState(() => Date.now());
  const overlap = ROTATE_WORDS.overlap(clock(openedAt + OVERLAP_SECONDS * 1000, openedAt, reader));
  const ends = apiKey.integration_id === null ? overlap : `${overlap} ${ROTATE_WORDS.ofSite}`;
  // A key that is being made has to be shown.
  function close(): void {
    if (!rotate.isPending) onClose();
  }
  return (
    <Dialog opened title={ROTATE_WORDS.title(apiKey.name)} {...(rotate.data === undefined ? { onClose: close } : {})}>
      {rotate.data === undefined ? (
        <Stack>
          <Text>
            {ROTATE_WORDS.text} {ends}
          </Text>
          {rotate.error === null ? null : <ProblemMessage what={ROTATE_WORDS.failed} error={rotate.error} />}
          <Group justify="flex-end">
            <Button variant="default" aria-disabled={rotate.isPending} onClick={close}>
              {NEW_KEY_WORDS.cancel}
            </Button>
            <Button
              data-autofocus
              aria-disabled={rotate.isPending}
              onClick={() => {
                if (!rotate.isPending) rotate.mutate({ id: apiKey.id, overlapSeconds: OVERLAP_SECONDS });
              }}
            >
              {rotate.isPending ? ROTATE_WORDS.working : ROTATE_WORDS.action}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack>
          <Text>{ends}</Text>
          <NewKey apiKey={rotate.data.api_key} onStored={onClose} />
        </Stack>
      )}
    </Dialog>
  );
}
