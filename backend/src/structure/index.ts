export { StructureModule } from './structure.module.js';
export { StructureService } from './structure.service.js';
