import { compareStructures, EMPTY_STRUCTURE, hashStructure, mergeStructure, type Structure } from './stored-structure.js';

const structure = (post_types: Structure['post_types'], taxonomies: Structure['taxonomies'] = {}): Structure => ({
  post_types,
  taxonomies,
});
const post = { label: 'Posts', count: 1, statuses: { publish: 1 } };

it('has the same hash in whatever order types and statuses come', () => {
  const a = structure({ post, page: { label: 'Pages', count: 2, statuses: { publish: 1, draft: 1 } } });
  const b = structure({ page: { label: 'Pages', statuses: { draft: 1, publish: 1 }, count: 2 }, post });
  expect(hashStructure(a)).toEqual(hashStructure(b));
});

it('has another hash when anything is different', () => {
  const variants = [
    structure({ post }),
    structure({}, { post }),
    structure({ post: { ...post, count: 2 } }),
    structure({ post: { ...post, label: 'Post' } }),
    structure({ post: { label: 'Posts', count: 1 } }),
    structure({ post: { ...post, statuses: { draft: 1 } } }),
    structure({ page: post }),
    EMPTY_STRUCTURE,
  ];
  expect(new Set(variants.map((variant) => hashStructure(variant).toString('hex'))).size).toBe(variants.length);
});

it('drops what is only suggested or unknown, and keeps the order', () => {
  const merged = mergeStructure(EMPTY_STRUCTURE, {
    post_types: { b: { label: 'B', count: 1, enabled: true, fetch_limit: 3 }, a: { label: 'A', count: 2, ...{ x: 1 } } },
  });
  expect(JSON.stringify(merged)).toBe('{"post_types":{"b":{"label":"B","count":1},"a":{"label":"A","count":2}},"taxonomies":{}}');
});

it('never lets a name reach a prototype', () => {
  const hostile = JSON.parse('{"__proto__": {"label": "x", "count": 1}, "constructor": {"label": "y", "count": 2}}') as Record<
    string,
    typeof post
  >;
  const merged = mergeStructure(EMPTY_STRUCTURE, { post_types: hostile });
  expect(Object.keys(merged.post_types)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(merged.post_types)).toBe(Object.prototype);
  expect(compareStructures(EMPTY_STRUCTURE, structure({}, { constructor: post })).added).toMatchObject([{ name: 'constructor' }]);
  expect(compareStructures(structure({}, { constructor: post }), EMPTY_STRUCTURE).removed).toMatchObject([{ name: 'constructor' }]);
});
