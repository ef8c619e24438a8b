/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   On a phone the rows are laid out as a grid, and browsers take a table's roles away with its display: so they are written down. */
import type { CSSProperties, JSX, ReactNode } from 'react';
import { clsx } from './clsx';
import classes from './table.module.css';

/** What it is called: here, or in a heading before it. */
type TableName = { readonly 'aria-label': string } | { readonly 'aria-labelledby': string };

type TableProps = TableName & {
  /** The heads of the columns. */
  readonly head: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
};

/** A table that stays one on a phone, where each row becomes a few lines. */
export function Table({ head, children, className, ...rest }: TableProps): JSX.Element {
  return (
    <table role="table" className={clsx(classes['table'], className)} {...rest}>
      <thead role="rowgroup">
        <tr role="row">{head}</tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

interface PartProps {
  readonly children?: ReactNode;
  readonly className?: string | undefined;
  /** A column of numbers: they end below each other. */
  readonly isNumber?: boolean;
}

export const ColumnHead = ({ children, className, isNumber = false }: PartProps): JSX.Element => (
  <th role="columnheader" scope="col" className={clsx(isNumber && classes['number'], className)}>
    {children}
  </th>
);

export const Row = ({ children, className }: Omit<PartProps, 'isNumber'>): JSX.Element => (
  <tr role="row" className={className}>
    {children}
  </tr>
);

/** The cell that says what the row is about. */
export const RowHead = ({ children, className }: Omit<PartProps, 'isNumber'>): JSX.Element => (
  <th role="rowheader" scope="row" className={className}>
    {children}
  </th>
);

export const Cell = ({ children, className, isNumber = false }: PartProps): JSX.Element => (
  <td role="cell" className={clsx(isNumber && classes['number'], className)}>
    {children}
  </td>
);
