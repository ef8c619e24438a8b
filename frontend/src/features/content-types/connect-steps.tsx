'use client';

import { Button, Title } from '@mantine/core';
import { useState, type JSX, type ReactNode } from 'react';
import { useAnnounce } from '../../ui/announcer';
import { CheckIcon } from '../../ui/icons';
import { ProblemMessage } from '../../ui/problem-message';
import { Status } from '../../ui/status';
import { NewKey } from '../api-keys/new-key';
import { useCreateApiKey } from '../api-keys/use-api-keys';
import { focusStatusLine } from '../site-settings/status-line';
import { useOpenSite } from '../site-settings/use-site';
import classes from './connect-steps.module.css';
import { STEPS_WORDS } from './words';

/** What WordPress has to be able to do until it has a key of its own. */
const CONNECT_SCOPES = ['sites:read', 'integrations:read', 'integrations:write', 'structure:write'] as const;

/** The way to the first structure. What is done ticks by itself; the page asks every moment whether the site is there. */
export function ConnectSteps({ isConnected }: { readonly isConnected: boolean }): JSX.Element {
  const site = useOpenSite();
  const host = site.home_url.replace(/^https?:\/\//, '');
  const announce = useAnnounce();
  const create = useCreateApiKey();
  const [isDownloaded, setDownloaded] = useState(false);
  const [isStored, setStored] = useState(false);
  const current = !isDownloaded ? 1 : !isStored ? 2 : 3;
  const variantOf = (step: number): 'filled' | 'default' => (step === current && !isConnected ? 'filled' : 'default');
  return (
    <section className={classes['steps']}>
      <p>{STEPS_WORDS.saved(site.home_url)}</p>
      <Title order={2}>{STEPS_WORDS.title}</Title>
      <ol className={classes['list']}>
        <Step number={1} title={STEPS_WORDS.install} isDone={isDownloaded || isConnected}>
          <p>{STEPS_WORDS.installHow}</p>
          <Button
            component="a"
            href="/igny8-bridge.zip"
            download
            variant={variantOf(1)}
            onClick={() => {
              setDownloaded(true);
            }}
          >
            {STEPS_WORDS.download}
          </Button>
        </Step>
        <Step number={2} title={STEPS_WORDS.key} isDone={isStored || isConnected}>
          <p>{STEPS_WORDS.keyHow}</p>
          {create.data === undefined || isStored ? (
            <Button
              variant={variantOf(2)}
              aria-disabled={create.isPending}
              onClick={() => {
                if (create.isPending) return;
                setStored(false);
                create.mutate({ name: STEPS_WORDS.keyName(host).slice(0, 200), scopes: [...CONNECT_SCOPES] });
              }}
            >
              {create.isPending ? STEPS_WORDS.creatingKey : STEPS_WORDS.createKey}
            </Button>
          ) : (
            <NewKey
              apiKey={create.data.api_key}
              variant={variantOf(2)}
              onStored={() => {
                setStored(true);
                announce(STEPS_WORDS.done);
                focusStatusLine();
              }}
            />
          )}
          {create.error === null ? null : <ProblemMessage what={STEPS_WORDS.keyFailed} error={create.error} />}
        </Step>
        <Step number={3} title={STEPS_WORDS.connect} isDone={isConnected}>
          <Status kind="working">{isConnected ? STEPS_WORDS.syncing : STEPS_WORDS.waiting}</Status>
        </Step>
      </ol>
    </section>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly isDone: boolean;
  readonly children: ReactNode;
}

const Step = ({ number, title, isDone, children }: StepProps): JSX.Element => (
  <li className={classes['step']}>
    <span className={classes['number']} data-done={isDone} aria-hidden>
      {isDone ? <CheckIcon /> : number}
    </span>
    <div className={classes['body']}>
      <Title order={3}>
        {title}
        {isDone ? <span className={classes['done']}> {STEPS_WORDS.done}</span> : null}
      </Title>
      {children}
    </div>
  </li>
);
