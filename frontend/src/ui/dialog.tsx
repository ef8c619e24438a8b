'use client';

import { Modal } from '@mantine/core';
import type { JSX, ReactNode } from 'react';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** Without it the dialog stays until what it asks for is done. */
  readonly onClose?: () => void;
  readonly size?: 'md' | 'lg';
}

/** A window over the page. The page behind it is held still by global.css: Mantine would do it with a style that has no nonce. */
export function Dialog({ opened, title, children, onClose, size = 'md' }: Props): JSX.Element {
  return (
    <Modal
      opened={opened}
      onClose={onClose ?? (() => undefined)}
      title={title}
      size={size}
      centered
      lockScroll={false}
      withCloseButton={onClose !== undefined}
      closeOnEscape={onClose !== undefined}
      closeOnClickOutside={onClose !== undefined}
      closeButtonProps={{ 'aria-label': 'Close' }}
      // Its <header> is the dialog's, not a second one of the page.
      attributes={{ header: { role: 'none' } }}
      transitionProps={{ transition: 'fade', duration: 150 }}
    >
      {children}
    </Modal>
  );
}
