'use client';

import { useCallback, useState } from 'react';

/** Rows that stay whatever is searched for, by kind and name, and whether somebody still types in them. */
export type KeptRows = ReadonlyMap<string, boolean>;

interface Kept {
  readonly kept: KeptRows;
  readonly onEditing: (key: string, isEditing: boolean) => void;
  /** Lets go of the rows in which nobody types any more. */
  readonly forget: () => void;
}

/** Keeps a row whose limit is edited, and afterwards until one goes on searching: what has the focus does not vanish. */
export function useKeptRows(): Kept {
  const [kept, setKept] = useState<KeptRows>(new Map());
  const onEditing = useCallback((key: string, isEditing: boolean): void => {
    setKept((before) => new Map(before).set(key, isEditing));
  }, []);
  const forget = useCallback((): void => {
    setKept((before) => new Map([...before].filter(([, isEditing]) => isEditing)));
  }, []);
  return { kept, onEditing, forget };
}
