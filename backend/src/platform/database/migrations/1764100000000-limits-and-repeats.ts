import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much was taken of each limit in its window, and what was answered to requests that may be repeated. */
export class LimitsAndRepeats1764100000000 implements MigrationInterface {
  readonly name = 'LimitsAndRepeats1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Not logged: after a crash every limit begins anew, and no lease costs a write to disk.
      CREATE UNLOGGED TABLE rate_allowance (
        bucket text CONSTRAINT rate_allowance_pkey PRIMARY KEY,
        window_start timestamptz NOT NULL,
        taken integer NOT NULL
      ) WITH (fillfactor = 50);

      CREATE TABLE idempotency_key (
        account_id uuid NOT NULL CONSTRAINT idempotency_key_account_fkey REFERENCES account ON DELETE CASCADE,
        credential_id uuid NOT NULL,
        operation text NOT NULL,
        path text NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        -- Who is at it: without it nothing is done.
        lease uuid NOT NULL,
        leased_until timestamptz NOT NULL,
        -- Set by the transaction that does it.
        done boolean NOT NULL DEFAULT false,
        status integer,
        answer json,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_key_pkey PRIMARY KEY (account_id, credential_id, operation, path, key)
      );
      CREATE INDEX idempotency_key_created_idx ON idempotency_key (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key, rate_allowance');
  }
}
