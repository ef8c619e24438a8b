'use client';

import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type JSX, type KeyboardEvent, type RefObject, type SubmitEvent } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useReader } from '../../ui/reader';
import { counted } from '../../ui/words';
import { EDITING } from '../session/is-editing';
import { limitRule, limitText, limitWords, parseLimit, type Limit } from './limit';
import classes from './limit-cell.module.css';
import { TYPE_WORDS } from './words';

interface Props {
  readonly ref: RefObject<HTMLButtonElement | null>;
  readonly label: string;
  readonly limit: Limit;
  /** How many are stored now: a lower limit removes some of them. */
  readonly synced: number;
  readonly isLocked: boolean;
  readonly isEditing: boolean;
  readonly onEdit: () => void;
  /** With the limit that was chosen, or without when it stays. */
  readonly onDone: (limit?: Limit) => void;
}

/** `Limit: 100`, a field once it is pressed. */
export function LimitCell({ ref, label, limit, synced, isLocked, isEditing, onEdit, onDone }: Props): JSX.Element {
  const { locale } = useReader();
  const wasEditing = useRef(false);
  useEffect(() => {
    // Whoever comes from the field goes on from where they came into it.
    if (wasEditing.current && !isEditing) ref.current?.focus();
    wasEditing.current = isEditing;
  }, [ref, isEditing]);
  if (isEditing) return <LimitForm label={label} limit={limit} synced={synced} onDone={onDone} />;
  const text = TYPE_WORDS.limit(limitWords(limit, locale));
  if (isLocked) return <span className={classes['text']}>{text}</span>;
  return (
    <button ref={ref} type="button" className={classes['button']} aria-label={`${text}, ${TYPE_WORDS.limitField(label)}`} onClick={onEdit}>
      {text}
    </button>
  );
}

function LimitForm({ label, limit, synced, onDone }: Pick<Props, 'label' | 'limit' | 'synced' | 'onDone'>): JSX.Element {
  const { locale } = useReader();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(limitText(limit));
  const [isWrong, setWrong] = useState(false);
  /** What is waiting to be confirmed. */
  const [lowered, setLowered] = useState<number>();
  useEffect(() => {
    field.current?.select();
  }, []);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const chosen = parseLimit(text);
    setWrong(chosen === undefined);
    if (chosen === undefined) field.current?.focus();
    else if (chosen === limit) onDone();
    else if (chosen !== null && chosen < synced) setLowered(chosen);
    else onDone(chosen);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && lowered === undefined) onDone();
  }

  return (
    <>
      <form className={classes['form']} onSubmit={submit} noValidate {...EDITING}>
        <TextInput
          ref={field}
          size="xs"
          className={classes['field']}
          aria-label={TYPE_WORDS.limitField(label)}
          inputMode="text"
          autoComplete="off"
          maxLength={12}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
          onKeyDown={onKeyDown}
          error={isWrong ? limitRule(locale) : undefined}
          errorProps={{ role: 'alert' }}
        />
        <Button type="submit" size="compact-sm" variant="default">
          {TYPE_WORDS.save}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            onDone();
          }}
        >
          {TYPE_WORDS.cancel}
        </Button>
      </form>
      <ConfirmDialog
        opened={lowered !== undefined}
        title={TYPE_WORDS.lower.title(label, limitWords(lowered ?? null, locale))}
        text={TYPE_WORDS.lower.text(counted(synced - (lowered ?? 0), 'item', 'items', locale))}
        action={TYPE_WORDS.lower.action}
        working={TYPE_WORDS.lower.working}
        failure=""
        run={() => {
          onDone(lowered);
          return Promise.resolve();
        }}
        onClose={() => {
          setLowered(undefined);
        }}
      />
    </>
  );
}
