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

it.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,hello', 'vbscript:x'])('makes no link of %s', (address) => {
  const page = indexWith(`See [this **page**](${address}).`);
  expect(page).toContain('<p>See this <strong>page</strong>.</p>');
});

it.each(['https://example.com/?a=1&b=2', 'objects.html#Thing', '#things', 'mailto:a@example.com'])('makes a link of %s', (address) => {
  expect(indexWith(`See [it](${address}).`)).toContain(`<p>See <a href="${address.replace('&', '&amp;')}">it</a>.</p>`);
});
