'use client';

import { Button, type ButtonProps } from '@mantine/core';
import { useEffect, useState, type JSX } from 'react';
import { useAnnounce } from './announcer';

interface Props extends Pick<ButtonProps, 'size' | 'variant'> {
  readonly text: string;
  /** What is copied, such as `API key`. */
  readonly what: string;
  readonly onCopied?: () => void;
}

const SHOWN_MS = 2_000;

/** Puts a text into the clipboard. Where the browser does not let it (plain HTTP), it says so. */
export function CopyButton({ text, what, onCopied, size = 'compact-sm', variant = 'default' }: Props): JSX.Element {
  const [result, setResult] = useState<'Copied' | 'Not copied: select it' | undefined>();
  const announce = useAnnounce();
  useEffect(() => {
    if (result === undefined) return;
    const timer = setTimeout(() => {
      setResult(undefined);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [result]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setResult('Copied');
      announce(`${what} copied`);
      onCopied?.();
    } catch {
      setResult('Not copied: select it');
    }
  }

  return (
    <Button size={size} variant={variant} aria-label={result === undefined ? `Copy ${what}` : undefined} onClick={() => void copy()}>
      {result ?? 'Copy'}
    </Button>
  );
}
