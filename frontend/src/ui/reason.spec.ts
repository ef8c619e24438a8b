import { Igny8ConnectionError, Igny8Error, type Problem } from '@igny8/sdk';
import { fieldErrors, reasonOf, wasDone } from './reason';

const problem = (extra: Partial<Problem>): Igny8Error =>
  new Igny8Error(
    {
      type: '',
      title: 'A title',
      status: 422,
      detail: 'What happened.',
      instance: '/',
      code: 'validation_failed',
      request_id: 'r',
      ...extra,
    },
    undefined,
  );

describe('why something did not work', () => {
  it('is what the API says', () => {
    expect(reasonOf(problem({}))).toBe('What happened.');
  });

  it('names the fields that are not valid', () => {
    const error = problem({ errors: [{ pointer: '/scopes/0', code: 'scope', message: 'is not yours' }] });
    expect(reasonOf(error)).toBe('scopes/0 is not yours.');
    expect(fieldErrors(error)).toEqual({ scopes: 'is not yours' });
  });

  it('is none when it was done and its answer was lost', () => {
    expect(wasDone(problem({ status: 409, code: 'secret_already_shown' }))).toBe(true);
    expect(wasDone(problem({ status: 409, code: 'answer_lost' }))).toBe(true);
    expect(wasDone(problem({}))).toBe(false);
  });

  it('is said in plain words when no answer came', () => {
    expect(reasonOf(new Igny8ConnectionError('x'))).toBe('IGNY8 cannot be reached. Check your connection.');
    expect(reasonOf(new Igny8ConnectionError('x', { status: 502 }))).toBe('Something other than IGNY8 answered (502).');
  });

  it('never shows the words of a programming error', () => {
    expect(reasonOf(new TypeError('undefined is not a function'))).not.toContain('function');
    expect(fieldErrors(new TypeError('x'))).toEqual({});
  });
});
