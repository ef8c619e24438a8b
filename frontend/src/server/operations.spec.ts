import { allowedPath } from './operations';

const ID = '019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21';

describe('the closed list of operations', () => {
  it.each([
    ['GET', '/sites/', '/sites/'],
    ['GET', '/sites', '/sites/'],
    ['PATCH', `/sites/${ID}/`, `/sites/${ID}/`],
    [
      'PATCH',
      `/integration/integrations/${ID}/content-types/taxonomies/a%2Fb/`,
      `/integration/integrations/${ID}/content-types/taxonomies/a%2Fb/`,
    ],
  ])('lets %s %s through', (method, path, expected) => {
    expect(allowedPath(method, path)).toBe(expected);
  });

  it.each([
    ['POST', '/auth/login/', 'would hand the token of a session to a page'],
    ['POST', '/auth/logout/', 'is for /api/session'],
    ['POST', `/integration/integrations/${ID}/connect/`, 'is for the plugin'],
    ['POST', `/integration/integrations/${ID}/update-structure/`, 'is for the plugin'],
    ['POST', `/integration/integrations/${ID}/rotate-secret/`, 'gives out a secret'],
    ['PUT', '/sites/', 'is not in the contract'],
    ['HEAD', '/sites/', 'is not in the contract'],
    ['OPTIONS', '/sites/', 'is not in the contract'],
    ['get', '/sites/', 'is not a method of HTTP'],
    ['GET', '/', 'is not in the contract'],
    ['GET', '/health/live', 'is for operators'],
    ['GET', '/metrics', 'is for operators'],
    ['GET', '/sites//', 'names no site'],
    ['GET', '/sites/../auth/me/', 'changes what is asked for'],
    ['GET', '/sites/%2e%2e/', 'changes what is asked for'],
    ['GET', '/sites/%2E./', 'changes what is asked for'],
    ['GET', `/sites/${ID}/x/`, 'is not in the contract'],
  ])('refuses %s %s, which %s', (method, path) => {
    expect(allowedPath(method, path)).toBeUndefined();
  });
});
