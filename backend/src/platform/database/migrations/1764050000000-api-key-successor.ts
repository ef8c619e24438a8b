import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which key came of a rotation, so that a repeated one finds it. */
export class ApiKeySuccessor1764050000000 implements MigrationInterface {
  readonly name = 'ApiKeySuccessor1764050000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_key ADD COLUMN successor_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_key DROP COLUMN successor_id');
  }
}
