import { Igny8 } from '@igny8/sdk';
import { InterruptingProxy } from './support/interrupting-proxy.ts';
import { createAccount, stack as runningStack } from './support/stack.ts';

let proxy: InterruptingProxy;
let igny8: Igny8;

beforeEach(async () => {
  const stack = runningStack();
  proxy = await InterruptingProxy.start(stack.apiUrl);
  igny8 = new Igny8({ baseUrl: proxy.url, token: (await createAccount(stack)).apiKey });
});
afterEach(() => proxy.stop());

const sent = (request: string): number => proxy.seen.filter((seen) => seen === request).length;

describe('the SDK, when an answer of the backend is lost on its way', () => {
  it('adds a site once, and gives it back as if nothing had happened', async () => {
    proxy.interrupt({ method: 'POST', path: '/sites/', lose: 'answer' });
    const site = await igny8.sites.create({ home_url: 'https://example.com' });
    expect(sent('POST /sites/')).toBe(2);
    expect((await igny8.sites.list()).data.map(({ id }) => id)).toEqual([site.id]);
  });

  it('makes one API key, and says that its secret is gone', async () => {
    const before = (await igny8.apiKeys.list()).data.length;
    proxy.interrupt({ method: 'POST', path: '/auth/api-keys/', lose: 'answer' });
    await expect(igny8.apiKeys.create({ name: 'Once' })).rejects.toMatchObject({ status: 409, code: 'secret_already_shown' });
    expect(sent('POST /auth/api-keys/')).toBe(2);
    expect((await igny8.apiKeys.list()).data).toHaveLength(before + 1);
  });

  it('deletes a site once, and says that it is done', async () => {
    const { id } = await igny8.sites.create({ home_url: 'https://example.com' });
    proxy.interrupt({ method: 'DELETE', path: `/sites/${id}/`, lose: 'answer' });
    await expect(igny8.sites.delete(id)).resolves.toBeUndefined();
    expect(sent(`DELETE /sites/${id}/`)).toBe(2);
    expect((await igny8.sites.list()).data).toEqual([]);
    await expect(igny8.sites.delete(id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('pushes a structure again, which changes nothing any more', async () => {
    const site = await igny8.sites.create({ home_url: 'https://example.com' });
    const { id } = await igny8.integrations.create({ site_id: site.id, platform: 'wordpress' });
    proxy.interrupt({ method: 'POST', path: '/update-structure/', lose: 'answer' });
    const { result } = await igny8.structure.update(id, { post_types: { post: { label: 'Posts', count: 1 } } });
    expect(result).toBe('unchanged');
    expect((await igny8.structure.changes(id)).data).toHaveLength(1);
  });

  it('does not change a setting twice: the second try is told that the first was done', async () => {
    const site = await igny8.sites.create({ home_url: 'https://example.com' });
    const { id } = await igny8.integrations.create({ site_id: site.id, platform: 'wordpress' });
    await igny8.structure.update(id, { post_types: { post: { label: 'Posts', count: 1 } } });
    const etag = (await igny8.structure.contentTypes(id)).post_types['post']?.etag ?? '';
    proxy.interrupt({ method: 'PATCH', path: '/content-types/post_types/post/', lose: 'answer' });
    const change = igny8.structure.updateContentType(id, 'post_types', 'post', { fetch_limit: 5 }, { ifMatch: etag });
    await expect(change).rejects.toMatchObject({ code: 'precondition_failed' });
    expect((await igny8.structure.contentTypes(id)).post_types['post']?.fetch_limit).toBe(5);
  });
});
