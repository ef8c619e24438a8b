import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../integrations/index.js';
import { ContentCount } from './content-count.entity.js';
import { ContentTypeSetting } from './content-type-setting.entity.js';
import { ContentTypesReader } from './content-types.reader.js';
import { SettingsService } from './settings.service.js';
import { StructureChange } from './structure-change.entity.js';
import { StructureChangesService } from './structure-changes.service.js';
import { StructureController } from './structure.controller.js';
import { StructureService } from './structure.service.js';
import { StructureWriter } from './structure.writer.js';

/** The post types and taxonomies of a site, how many items each has, and what is kept of them. */
@Module({
  imports: [IntegrationsModule, TypeOrmModule.forFeature([ContentTypeSetting, ContentCount, StructureChange])],
  controllers: [StructureController],
  providers: [ContentTypesReader, StructureWriter, SettingsService, StructureChangesService, StructureService],
  exports: [StructureService],
})
export class StructureModule {}
