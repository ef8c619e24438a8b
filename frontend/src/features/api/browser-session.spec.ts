import { Igny8Error } from '@igny8/sdk';
import { setTimeout as sleep } from 'node:timers/promises';
import { BrowserSession } from './browser-session';

const refused = (): Igny8Error =>
  new Igny8Error(
    { type: '', title: '', status: 401, detail: '', instance: '/', code: 'unauthenticated', reason: 'expired', request_id: 'r' },
    undefined,
  );

describe('a change', () => {
  it('waits for the sign-in when the session has ended, and is sent again', async () => {
    const session = new BrowserSession();
    let sent = 0;
    const done = session.finish(() => (++sent === 1 ? Promise.reject(refused()) : Promise.resolve('saved')));
    await sleep(5);
    expect(session.current()).toBe('expired');
    expect(sent).toBe(1);
    session.goOn();
    await expect(done).resolves.toBe('saved');
    expect(session.current()).toBeUndefined();
    expect(sent).toBe(2);
  });

  it('that the earlier session was refused does not end the new one', async () => {
    const session = new BrowserSession();
    let sent = 0;
    await session.finish(() => {
      if (++sent > 1) return Promise.resolve();
      session.end('other');
      session.goOn();
      return Promise.reject(refused());
    });
    expect(session.current()).toBeUndefined();
    expect(sent).toBe(2);
  });

  it('that fails for another reason has failed', async () => {
    const session = new BrowserSession();
    await expect(session.finish(() => Promise.reject(new Error('Other.')))).rejects.toThrow('Other.');
    expect(session.current()).toBeUndefined();
  });
});
