import { WORDPRESS_VERSIONS, type WordPressVersion } from '../../testing/core.ts';

/** Which WordPress is under test: tools/test.ts says so. */
export const versionUnderTest = (): WordPressVersion =>
  WORDPRESS_VERSIONS.find((version) => version === process.env['IGNY8_TEST_VERSION']) ?? '6.8';
