import type { JSX } from 'react';
import classes from './icons.module.css';

/** Pictures beside words: what they show, the words say too, so they are hidden from whoever listens. */
function Icon({ path, fill = 'none' }: { readonly path: string; readonly fill?: string }): JSX.Element {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill={fill}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      focusable="false"
      className={classes['icon']}
    >
      <path d={path} />
    </svg>
  );
}

export const CheckIcon = (): JSX.Element => <Icon path="M3 8.5l3.2 3.2L13 4.8" />;
export const DownIcon = (): JSX.Element => <Icon path="M4 6.5l4 4 4-4" />;
export const ExternalIcon = (): JSX.Element => <Icon path="M9.5 2.5h4v4M13.5 2.5l-6 6M11.5 9.5v3.5h-9v-9h3.5" />;
export const PersonIcon = (): JSX.Element => (
  <Icon path="M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2.8 13.5c.6-2.4 2.6-3.8 5.2-3.8s4.6 1.4 5.2 3.8" />
);
export const SearchIcon = (): JSX.Element => <Icon path="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3 3" />;
