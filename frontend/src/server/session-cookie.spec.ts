import { endedCookie, readSessionToken, sessionCookie } from './session-cookie';

const TOKEN = 'session_4cOcp2cAkKyYfDHwFvsPPUrsVWRrCzYfaRSBo5UNSqE';

describe('the cookie of the session', () => {
  it('is bound to the host, to HTTPS and to the server', () => {
    const cookie = sessionCookie(TOKEN, new Date(Date.now() + 3_600_000), false);
    expect(cookie).toMatch(/^__Host-igny8_session=session_\w+; Path=\/; Max-Age=3(600|599); HttpOnly; SameSite=Lax; Secure$/);
  });

  it('has neither the prefix nor Secure over plain HTTP', () => {
    expect(sessionCookie(TOKEN, new Date(Date.now() + 60_000), true)).toMatch(/^igny8_session=session_\w+; Path=\/; .*SameSite=Lax$/);
  });

  it('is taken back', () => {
    expect(endedCookie(false)).toBe('__Host-igny8_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure');
  });

  it('is found among others', () => {
    expect(readSessionToken(`a=b; __Host-igny8_session=${TOKEN}; c=d`, false)).toBe(TOKEN);
  });

  it.each([[null], [''], ['igny8_session=x'], ['x__Host-igny8_session=abc'], ['__Host-igny8_session='], ['__Host-igny8_session=a b']])(
    'is not found in %j',
    (header) => {
      expect(readSessionToken(header, false)).toBeUndefined();
    },
  );
});
