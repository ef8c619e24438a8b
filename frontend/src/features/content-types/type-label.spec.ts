import { typeLabel } from './type-label';

describe('what a type is called', () => {
  it.each(['Posts', '文章', '🎬', '&', '7'])('%j is a label', (label) => {
    expect(typeLabel('post', label)).toBe(label);
  });

  it.each(['', '  ', '\u00a0', '\u200b\u200d', '\u202e', '\u3164', '\u2800'])('%j shows nothing: the name stands there', (label) => {
    expect(typeLabel('post', label)).toBe('post');
  });
});
