import { QueryClient } from '@tanstack/react-query';
import { apiQuery } from './api-query';

describe('what a query asks for', () => {
  it('was asked for by a person only the first time, also when that failed', async () => {
    const client = new QueryClient();
    const asked: unknown[] = [];
    const query = apiQuery(['site'], ({ background }) => {
      asked.push(background);
      return asked.length < 3 ? Promise.reject(new Error('No network.')) : Promise.resolve('here');
    });
    const load = (): Promise<unknown> => client.query({ ...query, staleTime: 0, retry: false }).catch(() => undefined);
    for (let times = 0; times < 4; times++) await load();
    expect(asked).toEqual([false, true, true, true]);
  });
});
