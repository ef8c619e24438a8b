'use client';

import type { Scope } from '@igny8/sdk';
import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type JSX, type SubmitEvent } from 'react';
import { Dialog } from '../../ui/dialog';
import { ProblemMessage } from '../../ui/problem-message';
import { browserApi } from '../api/browser-api';
import { meQuery } from '../session/queries';
import { NewKey } from './new-key';
import { useCreateApiKey } from './use-api-keys';
import { LIFETIMES, NEW_KEY_WORDS, SCOPE_WORDS } from './words';

const DAY_MS = 24 * 3600_000;

/** Makes a key, then shows it once. While it is made nothing leads out, while it is shown only [I have stored it]. */
export function CreateKeyDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }): JSX.Element {
  const create = useCreateApiKey();
  function close(): void {
    if (create.isPending) return;
    create.reset();
    onClose();
  }
  return (
    <Dialog opened={opened} title={NEW_KEY_WORDS.title} {...(create.data === undefined ? { onClose: close } : {})}>
      {create.data === undefined ? <KeyForm create={create} onCancel={close} /> : <NewKey apiKey={create.data.api_key} onStored={close} />}
    </Dialog>
  );
}

interface FormProps {
  readonly create: ReturnType<typeof useCreateApiKey>;
  readonly onCancel: () => void;
}

function KeyForm({ create, onCancel }: FormProps): JSX.Element {
  const { data: me } = useQuery(meQuery(browserApi));
  const available = me?.scopes ?? [];
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [days, setDays] = useState('');
  const [isTried, setTried] = useState(false);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || scopes.length === 0 || create.isPending) return;
    create.mutate({
      name: name.trim(),
      scopes: scopes as Scope[],
      expires_at: days === '' ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString(),
    });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={NEW_KEY_WORDS.name}
          description={NEW_KEY_WORDS.nameHelp}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          maxLength={200}
          autoComplete="off"
          data-autofocus
          error={isTried && name.trim() === '' ? NEW_KEY_WORDS.nameMissing : undefined}
          errorProps={{ role: 'alert' }}
        />
        <Checkbox.Group
          label={NEW_KEY_WORDS.scopes}
          description={NEW_KEY_WORDS.scopesHelp}
          value={scopes}
          onChange={setScopes}
          error={isTried && scopes.length === 0 ? NEW_KEY_WORDS.scopesMissing : undefined}
          errorProps={{ role: 'alert' }}
        >
          <Stack gap="xs" mt="xs">
            {available.map((scope) => (
              <Checkbox key={scope} value={scope} label={Object.hasOwn(SCOPE_WORDS, scope) ? SCOPE_WORDS[scope] : scope} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NativeSelect
          label={NEW_KEY_WORDS.ends}
          value={days}
          onChange={(event) => {
            setDays(event.currentTarget.value);
          }}
          data={LIFETIMES.map((lifetime) => ({ value: String(lifetime.days ?? ''), label: lifetime.label }))}
        />
        {create.error === null ? null : <ProblemMessage what={NEW_KEY_WORDS.failed} error={create.error} />}
        <Group justify="flex-end">
          <Button variant="default" aria-disabled={create.isPending} onClick={onCancel}>
            {NEW_KEY_WORDS.cancel}
          </Button>
          <Button type="submit" aria-disabled={create.isPending}>
            {create.isPending ? NEW_KEY_WORDS.working : NEW_KEY_WORDS.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
