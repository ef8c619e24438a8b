import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a site's key ended other than by somebody's hand, so that the site is told. */
export class ApiKeyEndReason1764060000000 implements MigrationInterface {
  readonly name = 'ApiKeyEndReason1764060000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_key ADD COLUMN end_reason text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_key DROP COLUMN end_reason');
  }
}
