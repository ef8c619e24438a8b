'use client';

import type { ContentType, Kind } from '@igny8/sdk';
import { memo, useRef, useState, type JSX } from 'react';
import { Cell, Row, RowHead } from '../../ui/table';
import { EnabledCell } from './enabled-cell';
import { ItemsCell } from './items-cell';
import { LimitCell } from './limit-cell';
import { StateCell } from './state-cell';
import classes from './type-row.module.css';
import { useTypeSettings } from './use-type-settings';
import { typeKey, type TypeChange } from './use-update-type';

interface Props {
  readonly kind: Kind;
  readonly name: string;
  readonly type: ContentType;
  /** Changes that are on their way. */
  readonly pending: TypeChange['patch'] | undefined;
  /** Another type has the same label: the name tells them apart. */
  readonly isAmbiguous: boolean;
  readonly hasSynced: boolean;
  /** Nothing can be changed: the site is inactive. */
  readonly isLocked: boolean;
  readonly save: (change: TypeChange) => Promise<ContentType>;
  /** Somebody begins to type another limit, or has done so. */
  readonly onEditing: (key: string, isEditing: boolean) => void;
}

/** One type: how much it has, how much is synced, and what is kept of it. Drawn again only when something of it changes. */
export const TypeRow = memo(function TypeRow({
  kind,
  name,
  type,
  pending,
  isAmbiguous,
  hasSynced,
  isLocked,
  save,
  onEditing,
}: Props): JSX.Element {
  const label = isAmbiguous ? `${type.label} (${name})` : type.label;
  const shown = pending === undefined ? type : { ...type, ...pending };
  const settings = useTypeSettings({ kind, name, type, label, save });
  /** The type as it was when somebody began to type another limit. */
  const [edited, setEdited] = useState<ContentType>();
  const toggle = useRef<HTMLInputElement>(null);
  const limitButton = useRef<HTMLButtonElement>(null);
  const editLimit = (): void => {
    setEdited(type);
    onEditing(typeKey(kind, name), true);
  };
  return (
    <Row className={classes['row']}>
      <RowHead className={classes['name']}>
        <bdi>{type.label}</bdi>
        {isAmbiguous ? <span className={classes['slug']}> {name}</span> : null}
      </RowHead>
      <Cell isNumber className={classes['items']}>
        <ItemsCell type={shown} />
      </Cell>
      <Cell className={classes['state']}>
        <StateCell
          type={shown}
          label={label}
          settings={settings}
          hasSynced={hasSynced}
          isLocked={isLocked}
          onChangeLimit={editLimit}
          onEnabled={() => toggle.current?.focus()}
          onLimitChosen={() => limitButton.current?.focus()}
        />
      </Cell>
      <Cell className={classes['sync']}>
        <EnabledCell ref={toggle} label={label} isEnabled={shown.enabled} isLocked={isLocked} onChange={settings.setEnabled} />
      </Cell>
      <Cell className={classes['limit']}>
        <LimitCell
          ref={limitButton}
          label={label}
          limit={shown.fetch_limit}
          synced={type.synced_count}
          isLocked={isLocked}
          isEditing={edited !== undefined}
          onEdit={editLimit}
          onDone={(limit) => {
            if (limit !== undefined && edited !== undefined) settings.setLimit(limit, edited);
            setEdited(undefined);
            onEditing(typeKey(kind, name), false);
          }}
        />
      </Cell>
    </Row>
  );
});
