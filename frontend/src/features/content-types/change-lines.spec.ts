import type { StructureChange } from '@igny8/sdk';
import { changeLines } from './change-lines';

describe('a change of the structure', () => {
  it('is told a line for each thing that changed', () => {
    const change = {
      added: [
        { kind: 'taxonomies', name: 'mood', label: ' ', count: 2 },
        { kind: 'post_types', name: 'product', label: 'Products', count: 1067 },
      ],
      removed: [{ kind: 'taxonomies', name: 'genre', label: 'Genres', count: 4 }],
      changed: [
        { kind: 'post_types', name: 'post', label: 'Posts', previous_label: 'Posts', count: 123, previous_count: 120 },
        { kind: 'post_types', name: 'page', label: 'Seiten', previous_label: 'Pages', count: 45, previous_count: 45 },
      ],
    } as unknown as StructureChange;
    expect(changeLines(change, 'en-GB')).toEqual([
      'mood added (2)',
      'Products added (1,067)',
      'Genres removed (4)',
      'Posts: 120 → 123',
      'Pages renamed to Seiten',
    ]);
  });
});
