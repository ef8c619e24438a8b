import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { AccessCache } from './access-cache.js';
import { dataSourceOptions } from './data-source.js';
import { HotSql } from './hot-sql.js';

/** The one way to PostgreSQL. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ ...dataSourceOptions(config), autoLoadEntities: true, retryAttempts: 0 }),
    }),
  ],
  providers: [HotSql, AccessCache],
  exports: [HotSql, AccessCache],
})
export class DatabaseModule {}
