'use client';

import { Igny8Error } from '@igny8/sdk';
import { Button, Stack, TextInput, VisuallyHidden } from '@mantine/core';
import { useRef, useState, type JSX, type SubmitEvent } from 'react';
import { formText } from '../../ui/form-text';
import { ProblemMessage } from '../../ui/problem-message';
import { useReader } from '../../ui/reader';
import { Status } from '../../ui/status';
import { formatNumber } from '../../ui/words';
import { signIn } from './session-api';
import { tellOtherTabs } from './session-news';
import { useCountdown } from './use-countdown';
import { SESSION_WORDS } from './words';

interface Props {
  readonly email?: string;
  /** Where to go afterwards, for a form that is sent before this script runs. */
  readonly next?: string;
  /** What such a form was answered with: a code of the API. */
  readonly failed?: string;
  /** Goes on; when that fails, the form says so and can be sent again. */
  readonly onSignedIn: () => void | Promise<void>;
}

/** E-mail and password. On an error the fields keep what was typed, but for the password. */
export function SignInForm({ email = '', next = '', failed, onSignedIn }: Props): JSX.Element {
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(failed);
  const passwordField = useRef<HTMLInputElement>(null);
  const [secondsLeft, wait] = useCountdown();

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isWorking || secondsLeft > 0) return;
    const form = event.currentTarget;
    setWorking(true);
    setError(undefined);
    try {
      await signIn(formText(form, 'email').trim(), formText(form, 'password'));
      tellOtherTabs('signed in');
      await onSignedIn();
    } catch (thrown) {
      setError(thrown);
      if (passwordField.current !== null) passwordField.current.value = '';
      passwordField.current?.focus();
      if (thrown instanceof Igny8Error && thrown.status === 429) wait(thrown.retryAfter ?? 30);
      setWorking(false);
    }
  }

  return (
    // Before the script runs the browser sends the form itself: not by GET, which would write the password into the address.
    <form method="post" action="/api/session" onSubmit={(event) => void submit(event)}>
      <input type="hidden" name="next" value={next} />
      <Stack>
        <TextInput
          label={SESSION_WORDS.email}
          type="email"
          name="email"
          defaultValue={email}
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <TextInput
          type="password"
          ref={passwordField}
          label={SESSION_WORDS.password}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus={email === '' ? undefined : true}
        />
        <SignInProblem error={error} secondsLeft={secondsLeft} />
        <Button type="submit" disabled={secondsLeft > 0} aria-disabled={isWorking}>
          {isWorking ? SESSION_WORDS.working : SESSION_WORDS.submit}
        </Button>
      </Stack>
    </form>
  );
}

function SignInProblem({ error, secondsLeft }: { readonly error: unknown; readonly secondsLeft: number }): JSX.Element | null {
  const code = error instanceof Igny8Error ? error.code : error;
  if (error instanceof Igny8Error && error.status === 429) {
    return secondsLeft === 0 ? null : <TooMany secondsLeft={secondsLeft} />;
  }
  if (code === 'credentials_invalid' || code === 'validation_failed') return <Refusal>{SESSION_WORDS.wrong}</Refusal>;
  if (typeof error === 'string') return <Refusal>{SESSION_WORDS.failedEarly}</Refusal>;
  return error === undefined ? null : <ProblemMessage what={SESSION_WORDS.failed} error={error} />;
}

function Refusal({ children }: { readonly children: string }): JSX.Element {
  return (
    <div role="alert">
      <Status kind="failed">{children}</Status>
    </div>
  );
}

/** The seconds tick in silence: only the first of them is read out. */
function TooMany({ secondsLeft }: { readonly secondsLeft: number }): JSX.Element {
  const { locale } = useReader();
  const [first] = useState(secondsLeft);
  return (
    <div>
      <VisuallyHidden role="alert">{SESSION_WORDS.tooMany(formatNumber(first, locale))}</VisuallyHidden>
      <span aria-hidden>{SESSION_WORDS.tooMany(formatNumber(secondsLeft, locale))}</span>
    </div>
  );
}
