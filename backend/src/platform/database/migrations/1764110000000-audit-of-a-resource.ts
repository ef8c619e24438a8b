import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done to one thing is found without going through everything else. */
export class AuditOfAResource1764110000000 implements MigrationInterface {
  readonly name = 'AuditOfAResource1764110000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX audit_event_resource_idx ON audit_event (account_id, resource_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit_event_resource_idx');
  }
}
