import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';

/**
 * The statements of the busiest paths, straight on the pool and prepared once per connection (about 15 % of a request).
 * Behind a pooler in transaction mode they are sent unnamed. Everything else goes through TypeORM.
 */
@Injectable()
export class HotSql {
  private readonly pool: Pool;
  private readonly prepare: boolean;

  constructor(dataSource: DataSource, config: Config) {
    // TypeORM's PostgreSQL driver keeps its pool there (PostgresDriver.master).
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
    this.prepare = config.mayPrepareStatements;
  }

  /** @param name one per text, for the whole program */
  async query<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    const result = await this.pool.query<Row>({ ...(this.prepare ? { name } : {}), text, values: [...values] });
    return result.rows;
  }
}
