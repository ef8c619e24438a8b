import type { JSX, Ref } from 'react';
import classes from './enabled-cell.module.css';
import { TYPE_WORDS } from './words';

interface Props {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly isEnabled: boolean;
  readonly isLocked: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A switch with its word. The word is for the eye: whoever listens hears the switch's own on and off. */
export function EnabledCell({ ref, label, isEnabled, isLocked, onChange }: Props): JSX.Element {
  return (
    <label className={classes['toggle']}>
      <span aria-hidden className={classes['word']}>
        {isEnabled ? TYPE_WORDS.enabled : TYPE_WORDS.disabled}
      </span>
      <input
        ref={ref}
        type="checkbox"
        role="switch"
        className={classes['switch']}
        aria-label={TYPE_WORDS.switch(label)}
        checked={isEnabled}
        disabled={isLocked}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
    </label>
  );
}
