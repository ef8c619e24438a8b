import { isSoak } from './soak.ts';

/*
 * On a busy machine a browser may be late for once. Such a test is tried a second time, and the first failure is printed;
 * what fails twice has failed. The soak, which looks for what happens seldom, tries nothing twice.
 */
if (!isSoak) jest.retryTimes(1, { logErrorsBeforeRetry: true });
