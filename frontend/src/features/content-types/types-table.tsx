'use client';

import type { ContentType, Kind } from '@igny8/sdk';
import type { JSX } from 'react';
import { useReader } from '../../ui/reader';
import { ColumnHead, Table } from '../../ui/table';
import { formatNumber } from '../../ui/words';
import { TypeRow } from './type-row';
import classes from './types-table.module.css';
import { typeKey, type TypeChange } from './use-update-type';
import { CONTENT_TYPES_WORDS } from './words';

export interface NamedType {
  readonly name: string;
  readonly type: ContentType;
}

interface Props {
  readonly kind: Kind;
  readonly types: readonly NamedType[];
  readonly pending: ReadonlyMap<string, TypeChange['patch']>;
  /** Labels that more than one type has. */
  readonly ambiguous: ReadonlySet<string>;
  readonly hasSynced: boolean;
  readonly isLocked: boolean;
  readonly save: (change: TypeChange) => Promise<ContentType>;
  /** Somebody begins to type another limit, or has done so. */
  readonly onEditing: (key: string, isEditing: boolean) => void;
}

/** The types of one kind, in the order in which the site lists them. */
export function TypesTable({ kind, types, pending, ambiguous, hasSynced, isLocked, save, onEditing }: Props): JSX.Element {
  const { locale } = useReader();
  const digits = Math.max(1, ...types.map(({ type }) => formatNumber(type.synced_count, locale).length));
  const { columns, kinds } = CONTENT_TYPES_WORDS;
  return (
    <>
      <h3 id={kind} className={classes['title']}>
        {kinds[kind]}
      </h3>
      <Table
        aria-labelledby={kind}
        className={classes['types']}
        style={{ ['--synced-digits' as string]: digits }}
        head={
          <>
            <ColumnHead className={classes['type']}>{columns.type}</ColumnHead>
            <ColumnHead isNumber className={classes['items']}>
              {columns.items}
            </ColumnHead>
            <ColumnHead>{columns.state}</ColumnHead>
            <ColumnHead className={classes['sync']}>{columns.sync}</ColumnHead>
            <ColumnHead className={classes['limit']}>{columns.limit}</ColumnHead>
          </>
        }
      >
        {types.map(({ name, type }) => (
          <TypeRow
            key={name}
            kind={kind}
            name={name}
            type={type}
            pending={pending.get(typeKey(kind, name))}
            isAmbiguous={ambiguous.has(type.label)}
            hasSynced={hasSynced}
            isLocked={isLocked}
            save={save}
            onEditing={onEditing}
          />
        ))}
      </Table>
    </>
  );
}
