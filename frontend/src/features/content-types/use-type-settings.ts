'use client';

import type { ContentType, Kind } from '@igny8/sdk';
import { useState } from 'react';
import { useAnnounce } from '../../ui/announcer';
import { useReader } from '../../ui/reader';
import { limitWords, type Limit } from './limit';
import { EditedElsewhereError, type TypeChange } from './use-update-type';
import { TYPE_WORDS } from './words';

/** What a row knows of its type, and what came of the last change. */
export interface TypeSettings {
  /** What was not saved, and why. */
  readonly problem: { readonly what: string; readonly error: unknown } | undefined;
  /** The limit that somebody wants, while somebody else has set another. */
  readonly conflict: { readonly mine: Limit; readonly current: ContentType } | undefined;
  readonly setEnabled: (isOn: boolean) => void;
  /** @param seen the type as it was when one began to type */
  readonly setLimit: (limit: Limit, seen: ContentType) => void;
  readonly dismissConflict: () => void;
}

interface Row {
  readonly kind: Kind;
  readonly name: string;
  readonly type: ContentType;
  readonly label: string;
  readonly save: (change: TypeChange) => Promise<ContentType>;
}

/** Changes the settings of one type and remembers what came of it. */
export function useTypeSettings({ kind, name, type, label, save }: Row): TypeSettings {
  const announce = useAnnounce();
  const { locale } = useReader();
  const [problem, setProblem] = useState<TypeSettings['problem']>();
  const [conflict, setConflict] = useState<TypeSettings['conflict']>();

  async function change(patch: TypeChange['patch'], seen: ContentType, saved: string, notSaved: string): Promise<void> {
    setProblem(undefined);
    setConflict(undefined);
    try {
      await save({ kind, name, patch, seen });
      announce(saved);
    } catch (error) {
      if (error instanceof EditedElsewhereError && patch.fetch_limit !== undefined)
        setConflict({ mine: patch.fetch_limit, current: error.current });
      else setProblem({ what: notSaved, error });
    }
  }

  return {
    problem,
    conflict,
    setEnabled: (isOn) => void change({ enabled: isOn }, type, TYPE_WORDS.savedSwitch(label, isOn), TYPE_WORDS.notSavedSwitch(label)),
    setLimit: (limit, seen) =>
      void change({ fetch_limit: limit }, seen, TYPE_WORDS.savedLimit(label, limitWords(limit, locale)), TYPE_WORDS.notSavedLimit(label)),
    dismissConflict: () => {
      setConflict(undefined);
    },
  };
}
