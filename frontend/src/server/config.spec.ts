import { InvalidConfigError, readConfig } from './config';

const API = { IGNY8_API_URL: 'https://api.example.com' };

describe('the configuration', () => {
  it('needs to know the backend only', () => {
    const config = readConfig(API);
    expect(config.apiUrl).toBe('https://api.example.com');
    expect(config.isInsecure).toBe(false);
    expect(config.isTrustedProxy('127.0.0.1')).toBe(false);
  });

  it('takes a backend below a path, with or without a slash at the end', () => {
    expect(readConfig({ IGNY8_API_URL: 'http://10.0.0.5:4000/api/' }).apiUrl).toBe('http://10.0.0.5:4000/api');
  });

  it('knows trusted proxies by address and by range, in both families', () => {
    const { isTrustedProxy } = readConfig({ ...API, IGNY8_TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.1,fd00::/8' });
    expect(['10.200.3.4', '127.0.0.1', 'fd12::1'].map(isTrustedProxy)).toEqual([true, true, true]);
    expect(['11.0.0.1', '127.0.0.2', 'fe80::1', 'unknown', ''].map(isTrustedProxy)).toEqual([false, false, false, false, false]);
  });

  it.each([
    [{}, 'IGNY8_API_URL must be an http:// or https:// address, without query or password. Example: IGNY8_API_URL=https://api.example.com'],
    [{ IGNY8_API_URL: 'api.example.com' }, 'IGNY8_API_URL must be'],
    [{ IGNY8_API_URL: 'https://me:secret@api.example.com' }, 'IGNY8_API_URL must be'],
    [{ ...API, IGNY8_DASHBOARD_INSECURE: 'yes' }, 'IGNY8_DASHBOARD_INSECURE must be true or false. Example: IGNY8_DASHBOARD_INSECURE=true'],
    [{ ...API, IGNY8_TRUSTED_PROXIES: '10.0.0.0/33' }, 'IGNY8_TRUSTED_PROXIES must be addresses or CIDR ranges'],
    [{ ...API, PORT: 'three' }, 'PORT must be a port between 0 and 65535. Example: PORT=3000'],
  ])('refuses %j and says what is wrong', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(InvalidConfigError);
    expect(() => readConfig(environment)).toThrow(message);
  });

  it('names everything that is wrong at once', () => {
    expect(() => readConfig({ PORT: '-1' })).toThrow(/IGNY8_API_URL[^]*PORT/);
  });
});
