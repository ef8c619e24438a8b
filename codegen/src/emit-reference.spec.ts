import { emitted } from './support/emitted.ts';

const indexWith = (description: string): string => emitted('reference', { operation: { description } });

it('shows what looks like HTML as it was written', () => {
  const page = indexWith('Put <type> there, a < b & c.\n\n<script>alert(1)</script>\n\nNot `<code>`.');
  expect(page).toContain('<p>Put &lt;type&gt; there, a &lt; b &amp; c.</p>');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('Not <code>&lt;code&gt;</code>.');
});

it('keeps the paragraphs and lists of an operation', () => {
  const page = indexWith('Does two things:\n\n- this\n- that\n\nAnd **no more**.');
  expect(page).toContain('<p>Does two things:</p>');
  expect(page).toMatch(/<ul>\s*<li>this<\/li>\s*<li>that<\/li>\s*<\/ul>/);
  expect(page).toContain('<p>And <strong>no more</strong>.</p>');
});
